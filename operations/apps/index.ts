import { app } from './app';
import { appPackage } from './app-package';
import { appQueue } from './app-queue';
import { appTemplate } from './app-template';
import { assignmentFilter, assignmentFilterTemplate } from './assignment-filter';
import { detectedApp } from './detected-app';
import { intuneScript } from './intune-script';
import { intuneTemplate } from './intune-template';
import { reusableSetting, reusableSettingTemplate } from './reusable-setting';
import { opensAt, type Resource } from '../vocabulary';

/** What Intune rolls out: apps, scripts, and the templates and filters that go with it. */
export const apps: Resource[] = opensAt(app, [
	appPackage,
	appQueue,
	appTemplate,
	assignmentFilter,
	assignmentFilterTemplate,
	detectedApp,
	intuneScript,
	intuneTemplate,
	reusableSetting,
	reusableSettingTemplate,
	app,
]);
