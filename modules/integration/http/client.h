#pragma once

#include "core/task.h"
#include "integration/http/client_settings.h"
#include "integration/http/message.h"

#include <QFuture>

#include <memory>
#include <stop_token>

namespace simiao::http {

/// Speaks to one server over HTTP/1.1 and, where it is offered, HTTP/2. Connections are kept; TLS is at least 1.2, and the
/// peer's certificate and name are always proved. A GET follows three redirections, never from https to http, and without
/// credentials beyond the server; nothing that is sent follows any.
///
/// Errors: Unavailable `http.unreachable`, `http.silent`, `http.cut`; Forbidden `http.certificate`, `http.tls`; Invalid `http.url`,
/// `http.header`, `http.redirected`, `http.too-large`, `http.answer`; Cancelled; what a body or a sink ended it with. Their detail
/// names the server and never more of the address, which may hold a patient's name. An answer of any status is no error here.
/// \thread  any
class Client
{
public:
    /// \returns the errors of checked()
    static Result<std::unique_ptr<Client>> create(ClientSettings settings);
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;
    /// What still runs ends with Cancelled; no sink is called any more.
    ~Client();

    /// Ends within a second when `stop` asks for it.
    QFuture<Result<Response>> start(Request request, std::stop_token stop);
    Task<Result<Response>> send(Request request, std::stop_token stop);

    /// A sink that was not ready may be now.
    void wake();

private:
    class Loop;

    explicit Client(std::unique_ptr<Loop> loop);

    std::unique_ptr<Loop> m_loop;
};

} // namespace simiao::http
