#!/bin/sh
# Hands in a container with Java 17's HttpClient.
#
#   java.sh URL KEYS CA SEALER_OIN CONTAINER
#
# KEYS is a folder with client.pem and client.key, from which openssl makes the PKCS#12 file that Java reads.
set -eu
url=$1 keys=$2 ca=$3 sealer=$4 container=$5
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
CLIENT_P12_PASSWORD=$(openssl rand -hex 16); export CLIENT_P12_PASSWORD
openssl pkcs12 -export -in "$keys/client.pem" -inkey "$keys/client.key" -name client \
    -passout env:CLIENT_P12_PASSWORD -out "$work/client.p12"
java "$(dirname "$0")/SubmitMessage.java" "$url" "$work/client.p12" "$ca" "$sealer" "$container"
