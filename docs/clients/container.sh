#!/bin/sh
# Makes the container of a message with openssl and zip alone; `zegel seal` does the same.
#
#   container.sh HEADER SEAL_CERTIFICATE SEAL_KEY OUT DOCUMENT...
#
# HEADER is message.json without `zegel`, `date`, `nonce` and `documents`, which are added here: one JSON object.
# A key on P-384 needs -md sha384 below.
set -eu
header=$1 certificate=$2 key=$3 out=$4; shift 4
[ ! -e "$out" ] || { echo "$out exists already" >&2; exit 64; }
case $out in /*) ;; *) out=$PWD/$out ;; esac

work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir "$work/META-INF" "$work/documents"

hex() { openssl dgst -sha256 -r "$1" | cut -d' ' -f1; }
base64_of() { openssl dgst -sha256 -binary "$1" | openssl base64 -A; }
media_type() { case $1 in *.pdf) echo application/pdf ;; *) echo "text/plain; charset=utf-8" ;; esac; }
reference() {
    printf '<asic:DataObjectReference URI="%s" MimeType="%s">' "$1" "$2"
    printf '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>'
    printf '<ds:DigestValue>%s</ds:DigestValue></asic:DataObjectReference>' "$(base64_of "$work/$1")"
}

# The header, with every document: name, size, digest. The first one is the main document.
list='' references='' role=main
for document; do
    name=documents/$(basename "$document")
    cp "$document" "$work/$name"
    type=$(media_type "$name")
    list="$list{\"name\":\"$name\",\"role\":\"$role\",\"mediaType\":\"$type\",\"size\":$(wc -c < "$document" | tr -d ' '),\"sha256\":\"$(hex "$document")\",\"encrypted\":false},"
    references="$references$(reference "$name" "$type")"
    role=annex
done
nonce=$(openssl rand 16 | openssl base64 -A | tr '+/' '-_' | tr -d '=')
{
    tr -d '\n' < "$header" | sed 's/[[:space:]]*}[[:space:]]*$//'
    printf ',"zegel":"1","date":"%s","nonce":"%s","documents":[%s]}' "$(date -u +%F)" "$nonce" "${list%,}"
} > "$work/message.json"

# The manifest says what is signed; the signature is detached CAdES-B over its exact bytes.
{
    printf '<?xml version="1.0" encoding="UTF-8"?>\n'
    printf '<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">'
    printf '<asic:SigReference URI="META-INF/signature-sender.p7s" MimeType="application/pkcs7-signature"/>'
    reference message.json application/json
    printf '%s</asic:ASiCManifest>\n' "$references"
} > "$work/META-INF/ASiCManifest-sender.xml"
openssl cms -sign -binary -cades -md sha256 -in "$work/META-INF/ASiCManifest-sender.xml" \
    -signer "$certificate" -inkey "$key" -outform DER -out "$work/META-INF/signature-sender.p7s"

# Exactly this order, stored, without extra fields.
printf 'application/vnd.etsi.asic-e+zip' > "$work/mimetype"
cd "$work"
zip -q -X -0 "$out" mimetype message.json META-INF/ASiCManifest-sender.xml META-INF/signature-sender.p7s
for document; do zip -q -X -0 "$out" "documents/$(basename "$document")"; done
