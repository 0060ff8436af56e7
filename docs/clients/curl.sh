#!/bin/sh
# Hands in a container with curl.
#
#   curl.sh URL KEYS CA SEALER_OIN CONTAINER
#
# KEYS is a folder with client.pem and client.key. The receipt is written to CONTAINER.receipt.json.
set -eu
url=$1 keys=$2 ca=$3 sealer=$4 container=$5
receipt=$container.receipt.json

zegel() {
    curl -q -sS --noproxy '*' --http2 --fail-with-body --max-time 300 \
        --cacert "$ca" --cert "$keys/client.pem" --key "$keys/client.key" "$@"
}

# 1. A token, bound to the certificate of this connection.
token=$(zegel -d grant_type=client_credentials -d scope=messages.send "$url/oauth/token" \
    | sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')

# 2. The container. A refusal is a problem document, whose `code` says why; sending the same container again is always safe.
zegel -H "Authorization: Bearer $token" -H "Content-Type: application/vnd.etsi.asic-e+zip" \
    --data-binary "@$container" -o "$receipt" "$url/v1/messages" || { cat "$receipt" >&2; exit 1; }

# 3. The receipt: proof that the server accepted it.
exec "$(dirname "$0")/check-receipt.sh" "$receipt" "$container" "$ca" "$sealer"
