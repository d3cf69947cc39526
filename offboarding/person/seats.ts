import type { Send } from '../../cipp/request';
import { readRows } from '../../cipp/rows';
import { readable } from './state-reader';

export interface Seats {
	skuId: string;
	/** As CIPP shows it. */
	name: string;
	free: number;
}

/**
 * The seats of a tenant.
 *
 * @throws {CannotRead}
 */
export async function readSeats(send: Send, domain: string): Promise<Seats[]> {
	const rows = await readable(
		'ListLicenses',
		readRows(send, {
			method: 'GET',
			endpoint: 'ListLicenses',
			query: { tenantFilter: domain },
			fresh: true,
		}),
	);
	// A tenant that could not be asked is a row without a SKU.
	return rows
		.filter((row) => Boolean(row.skuId))
		.map((row) => ({
			skuId: String(row.skuId),
			name: String(row.License ?? row.skuId),
			free: Number(row.CountAvailable ?? 0),
		}));
}
