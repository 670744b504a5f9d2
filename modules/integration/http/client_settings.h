#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>
#include <variant>

namespace simiao::http {

/// RFC 7617.
struct BasicCredentials
{
    QString user; ///< without ':'
    QString password;
};

/// RFC 6750.
struct BearerToken
{
    QByteArray token;
};

using Credentials = std::variant<std::monostate, BasicCredentials, BearerToken>;

/// What shows a server who we are. PEM files.
struct ClientCertificate
{
    QString certificateFile;
    QString keyFile;
    QString keyPassword; ///< empty: the key is not encrypted
};

/// How one server is reached.
struct ClientSettings
{
    /// The credentials are for its scheme, host and port, and are not sent anywhere else.
    QUrl server = {};
    Credentials credentials = {};
    /// PEM: the only authorities that are believed. Empty: those of the system.
    QString caFile = {};
    std::optional<ClientCertificate> certificate = {};
    /// Empty: none; what the environment says about proxies is not heard.
    QUrl proxy = {};
};

/// Scheme, host and port, "https://pacs.example:8443": what may stand in logs.
QString originOf(const QUrl &url);

/// Settings that can be used.
/// \returns Invalid `http.url` for anything but http and https with a host and without a user in it, also for the proxy;
///          Invalid `http.credentials` for texts that cannot be sent;
///          Forbidden `http.plain-credentials` where they would go over a network unencrypted;
///          Invalid `http.trust-file` with a certificate or key file that cannot be read
Result<void> checked(const ClientSettings &settings);

} // namespace simiao::http
