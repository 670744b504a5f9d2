#pragma once

#include "integration/dicomweb/dicomweb_archive.h"
#include "support/canned_server.h"
#include "unit/dicomweb/dicom_bytes.h"
#include "unit/dicomweb/memory_sink.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::test {

using namespace Qt::StringLiterals;

// A web archive of one series, 1.2.3 of study 1.2, with kInstances images, and what is asked of it.

inline constexpr int kInstances = 10;
inline const QByteArray kWhole = "/dicom-web/studies/1.2/series/1.2.3";
inline const QByteArray kListing = kWhole + "/instances";

inline QByteArray partOf(const QByteArray &file)
{
    return "--b\r\nContent-Type: application/dicom\r\nContent-Length: " + QByteArray::number(file.size())
        + "\r\n\r\n" + file + "\r\n";
}

inline CannedAnswer parts(const QList<QByteArray> &files)
{
    QByteArray body;
    for (const auto &file : files)
        body += partOf(file);
    return answer(200, body + "--b--\r\n",
                  {"Content-Type: multipart/related; type=\"application/dicom\"; boundary=b"});
}

inline CannedAnswer whole()
{
    QList<QByteArray> files;
    for (int i = 1; i <= kInstances; ++i)
        files.append(instanceBytes(i));
    return parts(files);
}

inline CannedAnswer json(const QByteArray &rows, const QList<QByteArray> &more = {})
{
    return answer(200, rows, QList<QByteArray>{"Content-Type: application/dicom+json"} << more);
}

/// An archive's own count of what is in a series or study.
inline QByteArray counted(const QByteArray &tag,
                          const QByteArray &uid,
                          const QByteArray &numberTag,
                          int number)
{
    return "{\"" + tag + R"(": {"vr": "UI", "Value": [")" + uid + R"("]}, ")" + numberTag
        + R"(": {"vr": "IS", "Value": [)" + QByteArray::number(number) + "]}}";
}

inline CannedAnswer listing(int instances = kInstances, int from = 1, const QList<QByteArray> &more = {})
{
    QByteArrayList rows;
    for (int i = from; i <= instances; ++i)
        rows.append("{\"00080018\": {\"vr\": \"UI\", \"Value\": [\"1.2.3." + QByteArray::number(i) + "\"]}}");
    return json("[" + rows.join(',') + "]", more);
}

inline const QByteArray kCount = "/dicom-web/studies/1.2/series?SeriesInstanceUID=1.2.3";

/// The number of the instance that a request for a single one names.
inline int numberOf(const SeenRequest &request)
{
    return request.target.mid(request.target.lastIndexOf('.') + 1).toInt();
}

/// An archive that does all as it should.
inline CannedAnswer good(const SeenRequest &request)
{
    if (request.target == kWhole)
        return whole();
    if (request.target == kListing)
        return listing();
    if (request.target.startsWith(kCount))
        return json("[" + counted("0020000E", "1.2.3", "00201209", kInstances) + "]");
    return parts({instanceBytes(numberOf(request))});
}

inline int timesAsked(const CannedServer &server, const QByteArray &target)
{
    return static_cast<int>(std::ranges::count(server.seen(), target, &SeenRequest::target));
}

/// Long enough for a busy machine: the server is a thread of the test's own.
inline constexpr std::chrono::seconds kPatience{20};

inline std::shared_ptr<dicomweb::DicomWebArchive> archiveAt(const CannedServer &server,
                                                            std::chrono::seconds patience = kPatience)
{
    auto archive = dicomweb::DicomWebArchive::create(
        {.name = u"web"_s, .http = {.server = server.url(u"/dicom-web/"_s)}, .patience = patience});
    return archive ? *archive : nullptr;
}

inline workflow::Retrieval allOfIt()
{
    return {u"1.2"_s, u"1.2.3"_s, {}, {}};
}

inline Result<workflow::ImageTransfer> brought(const CannedServer &server,
                                               const std::shared_ptr<MemorySink> &sink,
                                               const workflow::Retrieval &what = allOfIt(),
                                               const workflow::TransferProgress &progress = {})
{
    const auto archive = archiveAt(server);
    auto retrieving = archive->retrieve(what, sink, progress, {});
    return QCoro::waitFor(std::move(retrieving));
}

/// Of an archive from which nothing comes.
inline Result<workflow::ImageTransfer> broughtFromSilence(const CannedServer &server)
{
    const auto archive = archiveAt(server, std::chrono::seconds(1));
    auto retrieving = archive->retrieve(allOfIt(), std::make_shared<MemorySink>(), {}, {});
    return QCoro::waitFor(std::move(retrieving));
}

} // namespace simiao::test
