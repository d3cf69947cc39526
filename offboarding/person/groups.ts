import type { SnapshotGroup } from './snapshot-shape';

/** Why CIPP leaves someone in a group; null where it removes them. Licences count first, as in CIPP. */
export function reasonToStay(group: SnapshotGroup): string | null {
	if (group.licenses.length > 0) return 'gives licences';
	if (group.isDynamic) return 'dynamic';
	if (group.isSynced) return 'synced from on-premises';
	return null;
}
