#!/bin/sh
# Starts workerd so that it ends with the process that started it, however that one ends.
exec setpriv --pdeathsig KILL "$SANDBOX_WORKERD" "$@"
