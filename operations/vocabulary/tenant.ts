/** Where this endpoint reads the tenant, and in which form. */
export interface TenantPlace {
	in: 'query' | 'body';
	wire: string;
	form:
		| 'text'
		/** `{value, label}` */
		| 'labelValue'
		/** `[{value, label}]` */
		| 'labelValues'
		/** `[{defaultDomainName, customerId}]` */
		| 'tenantObjects'
		/** `[defaultDomainName]` */
		| 'texts'
		/** The customer ID as text; the domain would not be found. */
		| 'customerId'
		/** `[customerId]` */
		| 'customerIds';
	/** The endpoint also runs for all tenants at once. Has to be chosen in so many words. */
	allTenants?: true;
}

/** Where CIPP reads a list of tenants, more than one can be named. */
export const takesSeveral = ({ form }: TenantPlace): boolean =>
	form === 'labelValues' || form === 'tenantObjects' || form === 'texts';

type Place = Partial<Pick<TenantPlace, 'form' | 'allTenants'>>;

export const inQuery = (wire = 'tenantFilter', place: Place = {}): TenantPlace => ({
	in: 'query',
	wire,
	form: 'text',
	...place,
});
export const inBody = (wire = 'tenantFilter', place: Place = {}): TenantPlace => ({
	in: 'body',
	wire,
	form: 'text',
	...place,
});
