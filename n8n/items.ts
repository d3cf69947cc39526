import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { rowsOf, type Row } from '../cipp/rows';
import type { CippAnswer } from '../cipp/request';
import { rejectFailureRow } from '../cipp/tenants';
import type { Operation } from '../operations/vocabulary';
import { InvalidInput } from './errors';

export interface Listing {
	/** Null: all. */
	limit: number | null;
	simplify: boolean;
}

/** The items that an answer becomes. */
export function itemsOf(
	operation: Operation,
	answer: CippAnswer,
	listing: Listing,
	itemIndex: number,
): INodeExecutionData[] {
	const rows = rowsOf(operation.endpoint, answer);
	rejectFailureRow(rows);
	return selected(operation, rows, listing).map((row) => ({
		json: row as IDataObject,
		pairedItem: { item: itemIndex },
	}));
}

function selected(operation: Operation, rows: Row[], listing: Listing): Row[] {
	const { answer } = operation;
	if (answer.kind === 'row') {
		if (rows.length === 0) throw new InvalidInput(answer.missing, 'Check the name and the tenant.');
		return [rows[0]];
	}
	const some = listing.limit === null ? rows : rows.slice(0, listing.limit);
	if (answer.kind !== 'rows' || !listing.simplify) return some;
	return some.map((row) => simplified(row, answer.simple));
}

function simplified(row: Row, columns: string[]): Row {
	return Object.fromEntries(
		columns.filter((column) => column in row).map((column) => [column, row[column]]),
	);
}
