import type { CippRequest } from './request';

/**
 * Several Graph readings in one call.
 *
 * @param paths Graph path (without version) by any id
 */
export function graphBatch(tenantFilter: string, paths: Record<string, string>): CippRequest {
	const requests = Object.entries(paths).map(([id, url]) => ({ id, method: 'GET', url }));
	return { method: 'POST', endpoint: 'ListGraphBulkRequest', body: { tenantFilter, requests } };
}
