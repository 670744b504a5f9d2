#pragma once

#include "core/result.h"
#include "integration/http/headers.h"

#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <span>

namespace simiao::http {

/// The head of an answer and, where no BodySink took it, its body.
struct Response
{
    int status = 0;
    QByteArray protocol = {}; ///< "HTTP/1.1", "HTTP/2"
    Headers headers = {};
    /// Of an answer that is not 2xx at most 64 KiB, cut without a word: it is for people.
    QByteArray body = {};

    bool isSuccess() const { return status >= 200 && status < 300; }
};

/// What is sent. Rewound where a connection that had been kept turns out to be gone.
/// \thread  the client's; must not wait for anything but a local disk
class RequestBody
{
public:
    virtual ~RequestBody() = default;

    /// Bytes in all.
    virtual qint64 size() const = 0;
    /// Fills the front of `room`; 0 only at the end. An error ends the request with it.
    virtual Result<qsizetype> read(std::span<char> room) = 0;
    virtual Result<void> rewind() = 0;
};

/// Takes the body of an answer with status 2xx, piece by piece.
/// \thread  the client's; must not block
class BodySink
{
public:
    virtual ~BodySink() = default;

    /// The head is there. An error ends the request with it.
    virtual Result<void> begin(const Response &head) = 0;
    /// The piece is gone after the call.
    virtual Result<void> take(QByteArrayView piece) = 0;
    /// No: the peer has to wait until it is yes again; Client::wake() has it asked at once.
    virtual bool isReady() { return true; }
};

/// None of them is ever infinite but `whole`.
struct Deadlines
{
    std::chrono::milliseconds connect{10'000};
    /// Nothing, or next to nothing, is heard or taken for so long.
    std::chrono::seconds silence{30};
    /// From the call to the last byte; zero: as long as it moves.
    std::chrono::milliseconds whole{0};
};

enum class Method { Get, Post, Put, Delete };

struct Request
{
    Method method = Method::Get;
    QUrl url = {};
    Headers headers = {};
    std::shared_ptr<RequestBody> body = {}; ///< null: none
    std::shared_ptr<BodySink> sink = {};    ///< null: Response::body
    Deadlines deadlines = {};
    /// An answer with a longer body, as sent or unpacked, is refused.
    qint64 mostBytes = 64 * 1024 * 1024;
    /// Texts pack well, images do not.
    bool mayBePacked = false;
};

} // namespace simiao::http
