declare module '@n8n/scan-community-package/scanner/scanner.mjs' {
	/** What the scan lints of a package's sources. */
	export const SOURCE_FILE_PATTERNS: string[];

	export interface ScanResult {
		passed: boolean;
		message?: string;
		/** The findings, as ESLint's stylish formatter prints them. */
		details?: string;
	}

	export function analyzePackage(folder: string, filePatterns?: string[]): Promise<ScanResult>;
}
