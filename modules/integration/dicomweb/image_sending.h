#pragma once

#include "integration/dicomweb/store_answer.h"
#include "integration/dicomweb/studies_service.h"
#include "workflow/ports/noted_sending.h"

namespace simiao::dicomweb {

/// Sends what ImageArchive::send() is asked to: several files a request, fewer where the archive refuses them together.
/// \thread  one, which waits
class ImageSending
{
public:
    ImageSending(std::shared_ptr<StudiesService> service,
                 QStringList files,
                 workflow::FileSent sent,
                 workflow::TransferProgress progress,
                 std::stop_token stop);

    Result<workflow::ImageTransfer> run();

private:
    struct File
    {
        QString path;
        QString sopInstanceUid;
        qint64 bytes = 0;
    };
    using Batch = std::vector<File>;

    Result<File> looked(const QString &path) const;
    Batch nextBatch();
    void send(const Batch &batch);
    void note(const Batch &batch, const StoreAnswer &answer) const;
    Result<http::Response> post(const Batch &batch);
    void failAll(const Batch &batch, const Error &error);
    void fail(const QString &uid, Error error);
    void tell();

    std::shared_ptr<StudiesService> m_service;
    QStringList m_files;
    workflow::FileSent m_sent;
    workflow::TransferProgress m_progress;
    std::stop_token m_stop;
    qsizetype m_next = 0;
    workflow::ImageTransfer m_transfer;
};

} // namespace simiao::dicomweb
