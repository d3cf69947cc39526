import { breach } from './breach';
import { communityRepository, gitHub } from './community-repository';
import { customDataMapping } from './custom-data';
import { extension, extensionMapping } from './extension';
import { report, reportTemplate } from './report';
import { opensAt, type Resource } from '../vocabulary';

/** What is connected to CIPP, and what is shared and reported from it. */
export const extensions: Resource[] = opensAt(extension, [
	breach,
	communityRepository,
	customDataMapping,
	extensionMapping,
	gitHub,
	report,
	reportTemplate,
	extension,
]);
