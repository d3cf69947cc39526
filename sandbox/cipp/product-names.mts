import { productOf } from '../microsoft/state/product.mts';

/** Product names as CIPP lists them in a result: sorted, each once, joined with commas. */
export function productNames(skuIds: string[]): string {
	const names = skuIds.map((skuId) => productOf(skuId)?.name ?? skuId);
	return [...new Set(names)].sort((a, b) => a.localeCompare(b)).join(', ');
}
