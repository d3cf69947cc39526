import { change, outcome, read, resource, row, text, type Operation } from '../vocabulary';

const role = 'Tenant.DomainAnalyser.Read';

const domain = text('Domain', 'Domain', {
	in: 'query',
	required: true,
	placeholder: 'e.g. contoso.com',
	help: 'Any domain, of a tenant or not',
});

const missing = 'CIPP found nothing for this domain';

const look = (
	done: string,
	told: Pick<Operation, 'name' | 'action' | 'help'>,
	fields = [domain],
): Operation =>
	read('ListDomainHealth', {
		...told,
		role,
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: done } },
		fields,
		answer: row(missing),
	});

export const domainHealth = resource('Domain Health', 'domainHealth', 'getStored', {
	getStored: look('ListDomainInfo', {
		name: 'Get Stored',
		action: 'Get stored domain health',
		help: 'Reads what the domain analyser stored about a domain; some columns hold JSON text',
	}),

	getSelectors: read('ListDomainHealth', {
		name: 'Get DKIM Selectors',
		action: 'Get DKIM selectors of domain health',
		help: 'Reads the DKIM selectors that CIPP stored for a domain, as one text with commas. None stored counts as unknown.',
		role,
		method: 'POST',
		tenant: null,
		fixed: { query: { Action: 'GetDkimSelectors' } },
		fields: [domain],
		answer: outcome(),
	}),

	checkSpf: look(
		'ReadSpfRecord',
		{
			name: 'Check SPF',
			action: 'Check SPF of domain health',
			help: 'Looks up which servers may send mail for a domain and judges the record',
		},
		[
			domain,
			text('Expected Include', 'ExpectedInclude', {
				in: 'query',
				optional: true,
				placeholder: 'e.g. spf.protection.outlook.com',
				help: 'What the record should include, to be told if it does not',
			}),
			text('Record', 'Record', {
				in: 'query',
				optional: true,
				placeholder: 'e.g. v=spf1 include:spf.protection.outlook.com -all',
				help: 'A record to judge in place of the one in DNS, before it is published',
			}),
		],
	),

	checkDkim: change('ListDomainHealth', {
		name: 'Check DKIM',
		action: 'Check DKIM of domain health',
		help: 'Looks up the keys with which mail of a domain is signed and judges them',
		role,
		tenant: null,
		fixed: { query: { Action: 'ReadDkimRecord' } },
		fields: [
			domain,
			text('Selectors', 'Selector', {
				in: 'query',
				optional: true,
				placeholder: 'e.g. selector1,selector2',
				help: 'Selectors to look up, separated by commas. CIPP also keeps them for the domain in place of those it has.',
			}),
		],
		answer: row(missing),
	}),

	checkDmarc: look('ReadDmarcPolicy', {
		name: 'Check DMARC',
		action: 'Check DMARC of domain health',
		help: 'Looks up what others do with forged mail of a domain and judges the policy',
	}),

	checkMx: look('ReadMXRecord', {
		name: 'Check MX',
		action: 'Check MX of domain health',
		help: 'Looks up where mail for a domain goes and which provider that is',
	}),

	checkNs: look('ReadNSRecord', {
		name: 'Check Name Servers',
		action: 'Check name servers of domain health',
		help: 'Looks up who answers for a domain in DNS',
	}),

	checkWhois: look('ReadWhoisRecord', {
		name: 'Check WHOIS',
		action: 'Check WHOIS of domain health',
		help: 'Looks up with which registrar a domain is',
	}),

	checkAutodiscover: look(
		'ReadAutoDiscover',
		{
			name: 'Check Autodiscover',
			action: 'Check autodiscover of domain health',
			help: 'Looks up whether Outlook finds the mailboxes of a domain',
		},
		[
			domain,
			text('Expected Target', 'ExpectedTarget', {
				in: 'query',
				optional: true,
				placeholder: 'e.g. autodiscover.outlook.com',
				help: 'Where the record should point, to be told if it does not',
			}),
		],
	),

	checkDnssec: look('TestDNSSEC', {
		name: 'Check DNSSEC',
		action: 'Check DNSSEC of domain health',
		help: 'Looks up whether the DNS records of a domain are signed',
	}),

	checkCertificate: look(
		'TestHttpsCertificate',
		{
			name: 'Check HTTPS Certificate',
			action: 'Check HTTPS certificate of domain health',
			help: 'Looks at the certificates of the web sites of a domain and when they end',
		},
		[
			domain,
			text('Subdomains', 'Subdomains', {
				in: 'query',
				optional: true,
				placeholder: 'e.g. www,shop',
				help: 'Which hosts of the domain, separated by commas. Left out, www.',
			}),
		],
	),

	checkMtaSts: look('TestMtaSts', {
		name: 'Check MTA-STS',
		action: 'Check MTA-STS of domain health',
		help: 'Looks up whether mail to a domain has to be encrypted on its way',
	}),
});
