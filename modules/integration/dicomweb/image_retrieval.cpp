#include "integration/dicomweb/image_retrieval.h"

#include "core/try.h"
#include "integration/dicomweb/listing.h"
#include "integration/dicomweb/object_identity.h"
#include "integration/dicomweb/study_answers.h"

#include <algorithm>
#include <deque>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;
using workflow::ImageTransfer;

namespace {

constexpr std::size_t kAtOnce = 4;
/// So many without an answer one after the other: the archive is gone, not an image.
constexpr int kMostUnanswered = 4;

Error damaged(const QString &what)
{
    return {ErrorKind::Corrupt, u"archive.object"_s, what};
}

bool isAboutOneObject(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Invalid:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Corrupt: return true;
    case ErrorKind::Cancelled:
    case ErrorKind::Forbidden:
    case ErrorKind::Unavailable:
    case ErrorKind::Internal: return false;
    }
    return false;
}

/// The one row of a question for a single thing; nothing where the archive cannot answer it.
Result<std::optional<JsonDataset>> rowOf(Result<std::vector<JsonDataset>> answer)
{
    if (!answer && !isAboutOneObject(answer.error()))
        return std::move(answer).error();
    if (!answer || answer->size() != 1)
        return std::optional<JsonDataset>();
    return std::optional(answer->front());
}

} // namespace

ImageRetrieval::ImageRetrieval(std::shared_ptr<StudiesService> service,
                               workflow::Retrieval what,
                               std::shared_ptr<workflow::ObjectSink> sink,
                               workflow::TransferProgress progress,
                               std::stop_token stop)
    : m_service(std::move(service))
    , m_what(std::move(what))
    , m_sink(std::move(sink))
    , m_progress(std::move(progress))
    , m_stop(std::move(stop))
{
}

Result<ImageTransfer> ImageRetrieval::run()
{
    if (!isUsableUid(m_what.studyInstanceUid))
        return Error{ErrorKind::Invalid, u"archive.question"_s, u"StudyInstanceUID"_s};
    TRY_VOID(listSeries());
    tell();
    for (auto &series : m_series) {
        if (hasEnded())
            break;
        bring(series);
    }
    if (m_isUnlisted && !hasEnded() && m_transfer.count.done < m_stated.value_or(m_transfer.count.done + 1))
        end({ErrorKind::Invalid, u"archive.answer"_s, u"a list that is not whole"_s});
    const bool hasBegun = m_transfer.count.done > 0 || m_transfer.count.failed > 0;
    if (m_transfer.endedBy && !hasBegun)
        return Error(*m_transfer.endedBy);
    return std::move(m_transfer);
}

Result<void> ImageRetrieval::listSeries()
{
    if (!m_what.seriesInstanceUid.isEmpty()) {
        if (!isUsableUid(m_what.seriesInstanceUid))
            return Error{ErrorKind::Invalid, u"archive.question"_s, u"SeriesInstanceUID"_s};
        m_series.push_back({.uid = m_what.seriesInstanceUid, .instances = m_what.instances});
        return ok();
    }
    const Resource study{m_what.studyInstanceUid};
    TRY(const auto stated, statedOfStudy());
    TRY(const auto answer,
        listed(*m_service, study.path() + u"/series"_s, tags::SeriesInstanceUid, stated, m_stop));
    const auto all = readSeries(m_what.studyInstanceUid, answer.rows);
    m_isUnlisted = answer.isPartial || all.left > 0;
    if (all.rows.empty())
        return Error{ErrorKind::NotFound, u"archive.missing"_s, m_what.studyInstanceUid};
    for (const auto &series : all.rows)
        m_series.push_back({.uid = series.seriesInstanceUid, .instances = series.instances});
    return ok();
}

/// Asked for at once, because the list of series may be cut: then it is the only word about what is missing.
/// \returns the number of series
Result<std::optional<int>> ImageRetrieval::statedOfStudy()
{
    m_stated = m_what.instances;
    const QUrlQuery parameters{{u"StudyInstanceUID"_s, m_what.studyInstanceUid},
                               {u"includefield"_s, u"00201206"_s},
                               {u"includefield"_s, u"00201208"_s}};
    TRY(const auto study, rowOf(m_service->search(u"/studies"_s, parameters, m_stop)));
    if (!study)
        return std::optional<int>();
    if (const auto instances = study->number(tags::NumberOfStudyRelatedInstances))
        m_stated = std::max(*instances, m_stated.value_or(0));
    return study->number(tags::NumberOfStudyRelatedSeries);
}

/// Asked for where the list of instances is all that says what is missing.
Result<std::optional<int>> ImageRetrieval::statedOf(const Series &series)
{
    if (series.instances)
        return series.instances;
    const QString path = Resource{m_what.studyInstanceUid}.path() + u"/series"_s;
    const QUrlQuery parameters{{u"SeriesInstanceUID"_s, series.uid}, {u"includefield"_s, u"00201209"_s}};
    TRY(const auto row, rowOf(m_service->search(path, parameters, m_stop)));
    return row ? row->number(tags::NumberOfSeriesRelatedInstances) : std::optional<int>();
}

void ImageRetrieval::raise(Series &series, qsizetype instances)
{
    series.instances = std::max(series.instances.value_or(0), static_cast<int>(instances));
}

void ImageRetrieval::bring(Series &series)
{
    if (!m_what.sopInstanceUids.isEmpty()) {
        series.instances.reset(); // it counts the series, and not what is wanted of it
        return bringListed(series, m_what.sopInstanceUids);
    }
    if (m_sink->isEmpty())
        return bringWhole(series);
    auto stated = statedOf(series);
    if (!stated)
        return end(std::move(stated).error());
    series.instances = *stated;
    auto listed = instancesOf(series);
    if (listed && listed->isPartial)
        return bringWhole(series);
    if (listed)
        return bringListed(series, listed->uids);
    // An archive that cannot list can still send all.
    if (isAboutOneObject(listed.error()))
        return bringWhole(series);
    end(std::move(listed).error());
}

void ImageRetrieval::bringListed(Series &series, const QStringList &instances)
{
    raise(series, instances.size());
    const auto missing = missingOf(series, instances);
    tell();
    const bool isMost = missing.size() * 2 > instances.size();
    if (isMost && m_what.sopInstanceUids.isEmpty())
        return bringWhole(series);
    bringEach(series, missing);
}

QStringList ImageRetrieval::missingOf(Series &series, const QStringList &instances)
{
    QStringList missing;
    for (const auto &uid : instances) {
        if (m_kept.contains(uid))
            continue;
        if (m_sink->has(uid))
            count(series, uid);
        else
            missing.append(uid);
    }
    return missing;
}

void ImageRetrieval::bringWhole(Series &series)
{
    auto streamed = streamOf(series);
    if (hasEnded())
        return;
    if (m_stop.stop_requested())
        return end(cancelled());
    const bool isShort = series.instances && series.kept < *series.instances;
    if (streamed && series.damaged == 0 && !isShort) {
        series.instances = series.kept;
        return tell();
    }
    // One series that the archive cannot send does not keep the others away.
    if (!streamed && series.kept == 0 && m_series.size() > 1 && isAboutOneObject(streamed.error()))
        return fail({}, std::move(streamed).error());
    if (!streamed && (series.kept == 0 || streamed.error().kind == ErrorKind::Forbidden))
        return end(std::move(streamed).error());
    bringLeftOver(series, streamed ? damaged(series.uid) : streamed.error());
}

Result<void> ImageRetrieval::streamOf(Series &series)
{
    std::stop_source rest; // ends what is under way when we end
    const std::stop_callback stopped(m_stop, [&rest] { rest.request_stop(); });
    for (int attempt = 1;; ++attempt) {
        const auto objects = std::make_shared<ObjectQueue>();
        const Resource whole{m_what.studyInstanceUid, series.uid};
        auto parts = m_service->retrieve(whole, objects, rest.get_token());
        parts.answer = parts.answer.then([objects](Result<http::Response> answer) {
            objects->close();
            return answer;
        });
        while (auto file = objects->pop(m_stop)) {
            receive(series, std::move(*file), {});
            if (hasEnded()) { // the disk is full: the rest is not read
                rest.request_stop();
                return ok();
            }
            m_service->wake();
        }
        auto ended = parts.wait();
        if (ended || !m_service->isWorthAnother(attempt, parts, m_stop))
            return ended;
    }
}

void ImageRetrieval::bringLeftOver(Series &series, const Error &reason)
{
    auto listed = instancesOf(series);
    if (!listed && reason.kind == ErrorKind::Unavailable)
        return end(reason);
    if (!listed) { // nobody can say which they are
        for (int i = 0; i < series.damaged; ++i)
            fail({}, reason);
        return;
    }
    m_isUnlisted = m_isUnlisted || listed->isPartial;
    raise(series, listed->uids.size());
    const auto missing = missingOf(series, listed->uids);
    tell();
    bringEach(series, missing);
}

void ImageRetrieval::bringEach(Series &series, QStringList instances)
{
    const auto again = bringOnce(series, instances, false);
    if (!hasEnded())
        bringOnce(series, again, true);
}

QStringList ImageRetrieval::bringOnce(Series &series, const QStringList &instances, bool isLast)
{
    std::stop_source rest; // ends what is under way when we end
    const std::stop_callback stopped(m_stop, [&rest] { rest.request_stop(); });
    std::deque<Instance> underWay;
    QStringList again;
    qsizetype next = 0;
    while (!hasEnded() && (next < instances.size() || !underWay.empty())) {
        while (underWay.size() < kAtOnce && next < instances.size()) {
            const auto &uid = instances[next++];
            const auto objects = std::make_shared<ObjectQueue>();
            const Resource one{m_what.studyInstanceUid, series.uid, uid};
            underWay.push_back({uid, m_service->retrieve(one, objects, rest.get_token()), objects});
        }
        settle(series, underWay.front(), isLast, again);
        underWay.pop_front();
    }
    rest.request_stop();
    return again;
}

void ImageRetrieval::settle(Series &series, Instance &instance, bool isLast, QStringList &again)
{
    auto brought = instance.parts.wait();
    if (m_stop.stop_requested())
        return end(cancelled());
    instance.objects->close();
    auto file = instance.objects->pop({});
    if (brought && file) {
        m_unansweredInRow = 0;
        return receive(series, std::move(*file), instance.uid);
    }
    if (!brought && !isLast && m_service->isWorthAnother(1, instance.parts, m_stop)) {
        again.append(instance.uid);
        return;
    }
    auto error =
        brought ? Error{ErrorKind::Invalid, u"archive.answer"_s, u"no part"_s} : std::move(brought).error();
    if (isAboutOneObject(error))
        return fail(instance.uid, std::move(error));
    if (error.kind != ErrorKind::Unavailable || ++m_unansweredInRow >= kMostUnanswered)
        return end(std::move(error));
    if (isLast)
        return fail(instance.uid, std::move(error));
    again.append(instance.uid);
}

Result<ImageRetrieval::Instances> ImageRetrieval::instancesOf(const Series &series)
{
    const Resource resource{m_what.studyInstanceUid, series.uid};
    TRY(const auto answer,
        listed(*m_service, resource.path() + u"/instances"_s, tags::SopInstanceUid, series.instances,
               m_stop));
    const auto uids = readInstances(answer.rows);
    return Instances{uids.rows, answer.isPartial || uids.left > 0};
}

void ImageRetrieval::receive(Series &series, QByteArray file, const QString &expected)
{
    auto uid = uidOf(series, file, expected);
    if (uid)
        return keep(series, *uid, std::move(file));
    if (!expected.isEmpty())
        return fail(expected, std::move(uid).error());
    ++series.damaged;
}

Result<QString> ImageRetrieval::uidOf(const Series &series,
                                      const QByteArray &file,
                                      const QString &expected) const
{
    TRY(const auto identity, identify({file.constData(), static_cast<std::size_t>(file.size())}));
    const auto isAnother = [](const QString &found, const QString &asked) {
        return !found.isEmpty() && !asked.isEmpty() && found != asked;
    };
    // An image of somebody else must never stand among those of this study.
    if (isAnother(identity.studyInstanceUid, m_what.studyInstanceUid))
        return damaged(u"another study"_s);
    if (isAnother(identity.seriesInstanceUid, series.uid))
        return damaged(u"another series"_s);
    if (isAnother(identity.sopInstanceUid, expected))
        return damaged(u"another instance"_s);
    return identity.sopInstanceUid;
}

void ImageRetrieval::keep(Series &series, const QString &uid, QByteArray file)
{
    if (m_kept.contains(uid))
        return;
    if (!m_sink->has(uid)) {
        auto taken = m_sink->take({uid, std::move(file)});
        if (!taken && isAboutOneObject(taken.error()))
            return fail(uid, std::move(taken).error());
        if (!taken)
            return end(std::move(taken).error());
    }
    count(series, uid);
    tell();
}

void ImageRetrieval::count(Series &series, const QString &uid)
{
    m_kept.insert(uid);
    ++series.kept;
    ++m_transfer.count.done;
}

void ImageRetrieval::fail(const QString &uid, Error error)
{
    m_transfer.failures.push_back({uid, std::move(error)});
    ++m_transfer.count.failed;
    tell();
}

void ImageRetrieval::end(Error error)
{
    m_transfer.endedBy = std::move(error);
}

void ImageRetrieval::tell()
{
    int total = 0;
    const bool isKnown = std::ranges::all_of(m_series, [&total](const Series &series) {
        total += series.instances.value_or(0);
        return series.instances.has_value();
    });
    m_transfer.count.total =
        isKnown ? std::optional(std::max(total, m_stated.value_or(0))) : m_what.instances;
    if (m_progress)
        m_progress(m_transfer.count);
}

} // namespace simiao::dicomweb
