#!/bin/sh
# Checks with openssl that a receipt is the server's own seal over this container.
#
#   check-receipt.sh RECEIPT CONTAINER CA SEALER_OIN
#
# CA is the file of the authorities that you trust, SEALER_OIN the number of the server: both from elsewhere, not from the server.
set -eu
receipt=$1 container=$2 ca=$3 sealer=$4
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
text() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$2"; }
fail() { echo "the receipt does not hold: $1" >&2; exit 1; }

for part in acceptance sealManifest seal; do text $part "$receipt" | openssl base64 -d -A > "$work/$part"; done

openssl cms -verify -binary -cades -inform DER -in "$work/seal" -content "$work/sealManifest" \
    -CAfile "$ca" -no-CApath -no-CAstore -signer "$work/signer" -out /dev/null 2> "$work/said" \
    || { cat "$work/said" >&2; fail "its signature is not valid"; }
openssl x509 -in "$work/signer" -noout -subject -nameopt sep_multiline,lname \
    | grep -qx "[[:space:]]*serialNumber=$sealer" || fail "it is not sealed by $sealer"
grep -qF ">$(openssl dgst -sha256 -binary "$work/acceptance" | openssl base64 -A)<" "$work/sealManifest" \
    || fail "the acceptance is not what was sealed"
[ "$(text container "$work/acceptance")" = "$(openssl dgst -sha256 -r "$container" | cut -d' ' -f1)" ] \
    || fail "it is about another container"
echo "the receipt holds: message $(text id "$receipt"), $(text state "$receipt")"
