export type TaskState =
	| 'Planned'
	| 'Pending'
	| 'Running'
	| 'Processing'
	| 'Completed'
	| 'Failed'
	| 'Failed - Planned';

/** A row of CIPP's ScheduledTasks table. Times are unix seconds. */
export interface Task {
	rowKey: string;
	state: TaskState;
	tenant: string;
	/** Set when the tenant is a group: {value, label, type: 'Group'}. */
	tenantGroup: { value: unknown; label: unknown; type: 'Group' } | null;
	excludedTenants: string;
	name: string;
	command: string;
	parameters: Record<string, unknown>;
	scheduledTime: number;
	executedTime: number | null;
	recurrence: string;
	postExecution: string;
	reference: string;
	additionalProperties: Record<string, unknown>;
	hidden: boolean;
	/** 'Planned' before the first run, afterwards mostly JSON text. */
	results: string;
	/** Results too long for the row, or one set for each tenant. */
	storedResults: Array<{ tenant: string; results: unknown; timestamp: Date }>;
	alertComment: string;
	customSubject: string;
	psaTicketStrategy: string;
	tag: string | null;
	trigger: Record<string, unknown> | null;
	timestamp: Date;
	etag: string;
	/** Stays as it is for good; only a fault does this. */
	stuck: boolean;
}

/** What CIPP's own code asks for when it schedules something. */
export interface NewTask {
	tenant: string;
	name: string;
	command: string;
	parameters: Record<string, unknown>;
	/** Unix seconds; 0 is as soon as possible. */
	scheduledTime?: number;
	rowKey?: string;
	tenantGroup?: Task['tenantGroup'];
	excludedTenants?: string;
	recurrence?: string;
	postExecution?: string;
	reference?: string;
	additionalProperties?: Record<string, unknown>;
	hidden?: boolean;
	alertComment?: string;
	customSubject?: string;
	psaTicketStrategy?: string;
	tag?: string | null;
	trigger?: Record<string, unknown> | null;
	disallowDuplicateName?: boolean;
	runNow?: boolean;
}

/** Whether CIPP still means to run the task, which is what its name check looks at. */
export function isOpen(task: Task): boolean {
	return task.state !== 'Completed' && task.state !== 'Failed';
}
