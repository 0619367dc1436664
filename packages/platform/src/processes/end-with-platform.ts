/**
 * Loaded into every process of the platform before its own code. When the platform is gone without a word (kill -9, out of memory),
 * its end of the channel closes: the process then ends in good order by itself, so that no port stays taken.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
