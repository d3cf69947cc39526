import { baseline } from './baseline';
import { bestPracticeAnalyser } from './best-practice-analyser';
import { customScript } from './custom-script';
import { domainAnalyser } from './domain-analyser';
import { drift } from './drift';
import { standard } from './standard';
import { standardTemplate } from './standard-template';
import { test } from './test';
import { testReport } from './test-report';
import { opensAt, type Resource } from '../vocabulary';

/** How tenants should be and whether they are: standards, baselines, drift, domains, tests. */
export const standards: Resource[] = opensAt(standardTemplate, [
	baseline,
	bestPracticeAnalyser,
	customScript,
	domainAnalyser,
	drift,
	testReport,
	test,
	standard,
	standardTemplate,
]);
