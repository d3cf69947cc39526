import { apiClient } from './api-client';
import { backup } from './backup';
import { cachedData } from './cached-data';
import { exchangeRequest } from './exchange-request';
import { graphPreset } from './graph-preset';
import { graphRequest } from './graph-request';
import { instance } from './instance';
import { log } from './log';
import { lookUp } from './look-up';
import { queue } from './queue';
import { template } from './template';
import { opensAt, type Resource } from '../vocabulary';

/** What reaches past the other nodes, and how CIPP itself is doing. */
export const administration: Resource[] = opensAt(graphRequest, [
	apiClient,
	backup,
	cachedData,
	exchangeRequest,
	graphPreset,
	instance,
	log,
	lookUp,
	queue,
	template,
	graphRequest,
]);
