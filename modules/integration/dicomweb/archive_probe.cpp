#include "integration/dicomweb/archive_probe.h"

#include "core/try.h"
#include "integration/dicomweb/archive_error.h"
#include "integration/dicomweb/study_answers.h"
#include "integration/http/status_error.h"

#include <QElapsedTimer>

#include <algorithm>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;

namespace {

/// Nothing at all, which no archive keeps.
class NoBody : public http::RequestBody
{
public:
    qint64 size() const override { return 0; }
    Result<qsizetype> read(std::span<char>) override { return qsizetype(0); }
    Result<void> rewind() override { return ok(); }
};

QUrlQuery oneOnly()
{
    return QUrlQuery{{u"limit"_s, u"1"_s}};
}

/// A store transaction of a kind that no archive takes: 415 or 400 where the service is there, 404, 405, 501 where it is not.
bool canStore(StudiesService &service, std::stop_token stop)
{
    const auto answer =
        service.store(std::make_shared<NoBody>(), "application/octet-stream", std::move(stop));
    return answer && answer->status != 401 && answer->status != 403 && answer->status != 404
        && answer->status != 405 && answer->status != 501;
}

/// Series, instances and metadata of one study, as a retrieval needs them.
Result<QStringList> lookedInto(StudiesService &service, const QString &study, std::stop_token stop)
{
    const Resource whole{study};
    const auto answer = service.search(whole.path() + u"/series"_s, oneOnly(), stop);
    TRY(const auto found, answer);
    const auto series = readSeries(study, found).rows;
    if (series.empty())
        return QStringList{u"archive.no-instances"_s};
    const Resource first{study, series.front().seriesInstanceUid};
    const auto listed = service.search(first.path() + u"/instances"_s, oneOnly(), stop);
    const auto instances =
        listed ? Result<QStringList>(readInstances(*listed).rows) : Result<QStringList>(listed.error());
    if (!instances || instances->isEmpty())
        return QStringList{u"archive.no-instances"_s};
    const auto metadata = service.metadata({study, first.seriesInstanceUid, instances->first()}, stop);
    return metadata ? QStringList() : QStringList{u"archive.no-metadata"_s};
}

/// PS3.18 F.2: answers are in Unicode. An archive that names another character set has lost what it cannot hold.
bool isUnicode(const std::vector<JsonDataset> &answer)
{
    return std::ranges::all_of(answer, [](const JsonDataset &dataset) {
        const auto set = dataset.text(tags::SpecificCharacterSet);
        return set.isEmpty() || set == "ISO_IR 192"_L1;
    });
}

QString peerOf(const http::Response &answer, const QUrl &url)
{
    const auto server = QString::fromLatin1(http::valueOf(answer.headers, "Server").left(80));
    return server.isEmpty() ? http::originOf(url) : server;
}

QString protocolOf(const http::Response &answer, const QUrl &url)
{
    const QString protocol = u"DICOMweb, "_s + QString::fromLatin1(answer.protocol);
    return url.scheme() == "https"_L1 ? protocol + u", TLS"_s : protocol;
}

} // namespace

Result<workflow::ArchiveProof> probeArchive(StudiesService &service, std::stop_token stop)
{
    QElapsedTimer clock;
    clock.start();
    const auto url = service.urlOf({});
    TRY(const auto answer, service.ask(u"/studies"_s, oneOnly(), stop));
    auto accepted = http::accepted(answer, url);
    if (!accepted)
        return archiveError(std::move(accepted).error());
    TRY(const auto datasets, readDatasets(answer.body));
    const auto studies = readStudies(datasets).rows;

    workflow::ArchiveProof proof{
        .peer = peerOf(answer, url), .protocol = protocolOf(answer, url), .notices = {}};
    if (url.scheme() != "https"_L1)
        proof.notices.append(u"archive.not-encrypted"_s);
    if (studies.size() > 1)
        proof.notices.append(u"archive.no-limit"_s);
    if (!studies.empty()) {
        TRY(const auto found, lookedInto(service, studies.front().studyInstanceUid, stop));
        proof.notices.append(found);
    }
    TRY(const bool readsEscapes, service.readsEscapes(stop));
    if (!readsEscapes)
        proof.notices.append(u"archive.no-escapes"_s);
    if (!isUnicode(datasets))
        proof.notices.append(u"archive.no-unicode"_s);
    if (!canStore(service, stop))
        proof.notices.append(u"archive.no-store"_s);
    if (stop.stop_requested())
        return cancelled();
    proof.milliseconds = static_cast<int>(clock.elapsed());
    return proof;
}

} // namespace simiao::dicomweb
