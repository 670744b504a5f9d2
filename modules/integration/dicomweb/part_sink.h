#pragma once

#include "integration/dicomweb/multipart_reader.h"
#include "integration/http/message.h"

#include <memory>
#include <optional>

namespace simiao::dicomweb {

/// Where the parts of an answer go. \thread the client's: must not block
class PartReceiver
{
public:
    virtual ~PartReceiver() = default;
    virtual Result<void> receive(Part part) = 0;
    /// No: the archive has to wait.
    virtual bool isReady() { return true; }
};

/// Reads an answer in multipart/related as it comes in.
/// Invalid `archive.answer` where it is something else; Unavailable `archive.cut`, by end(), where it is not whole.
class PartSink : public http::BodySink
{
public:
    explicit PartSink(std::shared_ptr<PartReceiver> receiver)
        : m_receiver(std::move(receiver))
    {
    }

    Result<void> begin(const http::Response &head) override;
    Result<void> take(QByteArrayView piece) override;
    bool isReady() override { return m_receiver->isReady(); }
    /// After the last byte.
    Result<void> end() const;

private:
    std::shared_ptr<PartReceiver> m_receiver;
    std::optional<MultipartReader> m_reader;
    bool m_isEmpty = false; ///< 204
};

} // namespace simiao::dicomweb
