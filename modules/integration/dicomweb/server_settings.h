#pragma once

#include "integration/http/client_settings.h"

#include <chrono>

namespace simiao::dicomweb {

/// A web archive as somebody configured it.
struct ServerSettings
{
    QString name; ///< what people call it
    /// `http.server` is the root of the services, "https://pacs.example/dicom-web": studies are below it.
    http::ClientSettings http;
    /// After so long without a word it is given up.
    std::chrono::seconds patience{30};
};

} // namespace simiao::dicomweb
