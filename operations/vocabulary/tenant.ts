/** Tenants that a field names beside the tenant of the operation: looked up and written as CIPP reads them there. */
export interface NamedTenants {
	by: 'defaultDomainName' | 'customerId';
	/** AllTenants may stand there too. */
	all?: true;
	/** So may groups of tenants, as objects with type, value and label. */
	groups?: true;
	/** CIPP works on them, and does not only compare names. */
	worksOn?: true;
}

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
