/** What the offboarding room does; `nodes/` has code of its own for each. */
export type OffboardingWork =
	| 'offboard'
	| 'plan'
	| 'start'
	| 'startPlan'
	| 'wait'
	| 'list'
	| 'get'
	| 'cancel'
	| 'runNow'
	| 'verify'
	| 'verifyReport'
	| 'retry'
	| 'snapshot'
	| 'planRestore'
	| 'restore'
	| 'evidence';
