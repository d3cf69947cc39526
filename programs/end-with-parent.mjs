import { isMainThread } from 'node:worker_threads';

// Loaded into the programs that the lab starts. When the lab is gone, even killed outright, its end of
// standard input closes: then this program and all that it started ends too.

if (isMainThread && !process.stdin.isTTY) {
	process.stdin.on('end', end).on('close', end).on('error', end).resume();
	/** @type {import('node:net').Socket} */ (process.stdin).unref?.();
}

function end() {
	if (process.platform === 'win32') process.exit(1);
	else process.kill(-process.pid, 'SIGKILL');
}
