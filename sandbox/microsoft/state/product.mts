/** Microsoft's products by the names of its licensing guide. */
export interface Product {
	skuId: string;
	partNumber: string;
	name: string;
}

export const products = {
	businessPremium: {
		skuId: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46',
		partNumber: 'SPB',
		name: 'Microsoft 365 Business Premium',
	},
	businessStandard: {
		skuId: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
		partNumber: 'O365_BUSINESS_PREMIUM',
		name: 'Microsoft 365 Business Standard',
	},
	businessBasic: {
		skuId: '3b555118-da6a-4418-894f-7df1e2096870',
		partNumber: 'O365_BUSINESS_ESSENTIALS',
		name: 'Microsoft 365 Business Basic',
	},
	e3: {
		skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965',
		partNumber: 'SPE_E3',
		name: 'Microsoft 365 E3',
	},
	teamsPhone: {
		skuId: 'e43b5b99-8dfb-405f-9987-dc307f34bcbd',
		partNumber: 'MCOEV',
		name: 'Microsoft Teams Phone Standard',
	},
	powerBi: {
		skuId: 'f8a1db68-be16-40ed-86d5-cb42ce701560',
		partNumber: 'POWER_BI_PRO',
		name: 'Power BI Pro',
	},
	exchangePlan1: {
		skuId: '4b9405b0-7788-4568-add1-99614e613b69',
		partNumber: 'EXCHANGESTANDARD',
		name: 'Exchange Online (Plan 1)',
	},
} satisfies Record<string, Product>;

export type ProductKey = keyof typeof products;

/** The product of a SKU id, if the sandbox knows it. */
export function productOf(skuId: string): Product | undefined {
	return Object.values(products).find((product) => product.skuId === skuId.toLowerCase());
}
