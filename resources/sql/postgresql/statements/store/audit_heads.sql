SELECT workstation, sequence, hash FROM audit_head ORDER BY workstation
