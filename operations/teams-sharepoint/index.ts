import { oneDrive } from './one-drive';
import { sharePoint } from './share-point';
import { sharePointExternalUser } from './share-point-external-user';
import { sharePointTemplate } from './share-point-template';
import { sharingLink } from './sharing-link';
import { site } from './site';
import { siteMember } from './site-member';
import { sitePermission } from './site-permission';
import { siteRecycleBin } from './site-recycle-bin';
import { team } from './team';
import { teamsVoice } from './teams-voice';
import { opensAt, type Resource } from '../vocabulary';

/** Teams and their phone numbers, SharePoint sites, OneDrives, and who gets into them. */
export const teamsSharePoint: Resource[] = opensAt(site, [
	oneDrive,
	sharePoint,
	sharePointExternalUser,
	sharePointTemplate,
	sharingLink,
	siteMember,
	sitePermission,
	siteRecycleBin,
	teamsVoice,
	team,
	site,
]);
