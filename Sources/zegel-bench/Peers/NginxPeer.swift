// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import NIOCore

/// nginx with the certificates of a trial installation: TLS 1.3, client certificates, HTTP/2, and no resumption.
struct NginxPeer {
    let binary: String
    /// The trial installation.
    let home: String
    /// What its folder is called.
    let name: String
    /// How many processes serve.
    var workers = 1
    /// Further lines of the server.
    var lines: [String] = []

    /// Its files; below it is `dav`, where what is put goes.
    var folder: String { "\(self.home)/\(self.name)" }

    /// Takes files with WebDAV and hands them out again, without any sync.
    ///
    /// It has as many workers as Zegel has event loops: one for two cores, for the load has the others.
    static func files(_ binary: String, home: String) -> NginxPeer {
        let name = "nginx-files"
        let place =
            "location /dav/ { root \(home)/\(name); dav_methods PUT; create_full_put_path on; client_max_body_size 0; }"
        return NginxPeer(binary: binary, home: home, name: name, workers: max(1, System.coreCount / 2), lines: [place])
    }

    /// Writes its configuration for a port and returns the arguments that start it.
    func prepare(port: Int) throws -> [String] {
        try FileManager.default.createDirectory(atPath: "\(self.folder)/dav", withIntermediateDirectories: true)
        let text = """
            daemon off;
            \(getuid() == 0 ? "user root;" : "")
            worker_processes \(self.workers);
            pid \(self.folder)/pid;
            error_log \(self.folder)/error.log warn;
            events { worker_connections 4096; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                keepalive_requests 100000000;
                client_body_temp_path \(self.folder)/body;
                proxy_temp_path \(self.folder)/proxy;
                fastcgi_temp_path \(self.folder)/fastcgi;
                uwsgi_temp_path \(self.folder)/uwsgi;
                scgi_temp_path \(self.folder)/scgi;
                server {
                    listen 127.0.0.1:\(port) ssl http2;
                    ssl_certificate \(self.home)/pki/server.pem;
                    ssl_certificate_key \(self.home)/pki/server.key;
                    ssl_client_certificate \(self.home)/pki/ca.pem;
                    ssl_verify_client on;
                    ssl_verify_depth 4;
                    ssl_protocols TLSv1.3;
                    ssl_session_cache off;
                    ssl_session_tickets off;
                    \(self.lines.joined(separator: "\n"))
                }
            }

            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(self.folder)/nginx.conf"))
        return ["-e", "\(self.folder)/error.log", "-p", self.folder, "-c", "\(self.folder)/nginx.conf"]
    }
}
