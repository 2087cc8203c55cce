// What Linux tells of processes and of the machine: proc(5).
import { readFileSync } from 'node:fs';

const ticksPerSecond = 100; // USER_HZ, which is 100 on every architecture that .NET runs on

/** Fields of /proc/<pid>/stat behind the name, which may hold spaces: index 0 is field 3. */
function stat(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Seconds of CPU that a process has had: all its threads, user and system. 0 where it is gone. */
export function cpuSeconds(pid) {
  try {
    const fields = stat(pid);
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** The same for this process with all children that have ended: wrk among them. */
export function ownCpuSeconds() {
  return stat('self').slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond;
}

/** Seconds of CPU that all processes of the machine have had, and what its host took away. Interrupts are left out: they serve our own packets. */
export function machineSeconds() {
  const [user, nice, system, , , , , steal] = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'latin1'))[1].split(' ').map(Number);
  return (user + nice + system + steal) / ticksPerSecond;
}

/** Resident memory in bytes. */
export function residentBytes(pid) {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))[1]) * 1024;
}

export function cpuModel() {
  return /^model name\s*: (.*)$/m.exec(readFileSync('/proc/cpuinfo', 'latin1'))?.[1] ?? 'unknown processor';
}
