#include "integration/dimse/find.h"

#include "core/try.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dimse/services.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <tuple>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 kCancelled = 0xFE00;
/// A series of a whole-body scan has some thousands; an archive that goes on for ever is not believed.
constexpr std::size_t kMostAnswers = 100'000;

/// Answers that are on their way when the end is asked for.
constexpr int kMostUnwanted = 10'000;

Error misread(const QString &detail)
{
    return {.kind = ErrorKind::Invalid, .code = u"archive.answer"_s, .detail = detail};
}

Result<void> cancel(Association &association, const AcceptedContext &context, quint16 id)
{
    return association.send(context, {.field = CommandField::CCancelRq, .messageId = id});
}

Result<std::unique_ptr<DcmDataset>> parsed(const Message &message)
{
    auto dataset = dicom::parseDataset(message.data, message.context.transferSyntax);
    if (!dataset)
        return misread(u"identifier: %1"_s.arg(dataset.error().detail));
    return dataset;
}

/// The key that tells two lists apart that an archive gives in any order.
auto orderOf(const workflow::ArchivedSeries &series)
{
    return std::tuple(series.seriesNumber, series.seriesInstanceUid);
}

Result<std::vector<workflow::ArchivedSeries>> seriesOver(Association &association,
                                                         const QString &studyInstanceUid)
{
    std::vector<workflow::ArchivedSeries> list;
    const auto question = seriesQuestion(studyInstanceUid);
    TRY_VOID(find(association, kStudyRootFind, *question, [&](DcmDataset &answer) -> Result<bool> {
        auto series = seriesOf(answer);
        // Some leave out the keys that they were given.
        if (series.studyInstanceUid.isEmpty())
            series.studyInstanceUid = studyInstanceUid;
        if (series.seriesInstanceUid.isEmpty() || series.studyInstanceUid != studyInstanceUid)
            return misread(u"a series of another study, or without UID"_s);
        list.push_back(std::move(series));
        return list.size() < kMostAnswers;
    }));
    std::ranges::sort(list, {}, orderOf);
    return list;
}

Result<void> imagesOver(Association &association,
                        const QString &studyInstanceUid,
                        const QString &seriesInstanceUid,
                        std::vector<ArchivedImage> &all)
{
    std::vector<ArchivedImage> list;
    const auto question = imageQuestion(studyInstanceUid, seriesInstanceUid);
    TRY_VOID(find(association, kStudyRootFind, *question, [&](DcmDataset &answer) -> Result<bool> {
        auto image = imageOf(answer);
        image.seriesInstanceUid = seriesInstanceUid;
        if (image.sopInstanceUid.isEmpty())
            return misread(u"an image without UID"_s);
        list.push_back(std::move(image));
        return list.size() < kMostAnswers;
    }));
    std::ranges::sort(list, {}, [](const ArchivedImage &image) {
        return std::tuple(image.instanceNumber, image.sopInstanceUid);
    });
    all.insert(all.end(), list.begin(), list.end());
    return ok();
}

Result<std::unique_ptr<Association>> opened(const Destination &peer, std::stop_token stop)
{
    TRY(auto association, Association::request(peer, {proposed(kStudyRootFind)}, std::move(stop)));
    TRY_VOID(association->needed(kStudyRootFind));
    return association;
}

} // namespace

Result<void> find(Association &association,
                  QLatin1StringView service,
                  DcmDataset &question,
                  const Answer &each)
{
    TRY(const auto context, association.needed(service));
    const auto id = association.nextMessageId();
    const Command request{.field = CommandField::CFindRq,
                          .messageId = id,
                          .sopClass = service,
                          .hasDataSet = true,
                          .priority = 0};
    TRY_VOID(association.send(context, request, bytesOf(question, context.transferSyntax)));
    bool isEnough = false;
    int unwanted = 0;
    while (true) {
        TRY(const auto message, association.receiveAnswer());
        TRY_VOID(checkAnswers(message.command, CommandField::CFindRsp, id));
        if (!message.command.isPending()) {
            const auto status = *message.command.status;
            if (status == 0 || (isEnough && status == kCancelled))
                return ok();
            return misread(u"C-FIND: %1"_s.arg(statusText(message.command)));
        }
        if (isEnough && ++unwanted > kMostUnwanted)
            return misread(u"C-FIND: answers without end after C-CANCEL"_s);
        if (isEnough)
            continue;
        TRY(const auto answer, parsed(message));
        TRY(const bool isMoreWanted, each(*answer));
        isEnough = !isMoreWanted;
        if (isEnough) {
            TRY_VOID(cancel(association, context, id));
        }
    }
}

Result<workflow::StudyList> findStudies(const Destination &peer,
                                        const workflow::StudyQuery &query,
                                        std::stop_token stop)
{
    TRY(const auto encoding, QueryEncoding::create(peer.characterSet));
    TRY(const auto question, studyQuestion(query, encoding));
    TRY(const auto association, opened(peer, std::move(stop)));
    workflow::StudyList list;
    TRY_VOID(find(*association, kStudyRootFind, *question, [&](DcmDataset &answer) -> Result<bool> {
        list.isPartial = qsizetype(list.studies.size()) >= query.limit;
        if (!list.isPartial)
            list.studies.push_back(studyOf(answer));
        return !list.isPartial;
    }));
    association->release();
    return list;
}

Result<std::vector<workflow::ArchivedSeries>> findSeries(const Destination &peer,
                                                         const QString &studyInstanceUid,
                                                         std::stop_token stop)
{
    TRY(const auto association, opened(peer, std::move(stop)));
    TRY(auto list, seriesOver(*association, studyInstanceUid));
    association->release();
    return list;
}

Result<std::vector<ArchivedImage>> findImages(const Destination &peer,
                                              const workflow::Retrieval &what,
                                              std::stop_token stop)
{
    TRY(const auto association, opened(peer, std::move(stop)));
    QStringList series{what.seriesInstanceUid};
    if (what.seriesInstanceUid.isEmpty()) {
        TRY(const auto all, seriesOver(*association, what.studyInstanceUid));
        series.clear();
        for (const auto &one : all)
            series.append(one.seriesInstanceUid);
    }
    std::vector<ArchivedImage> images;
    for (const auto &uid : std::as_const(series)) {
        TRY_VOID(imagesOver(*association, what.studyInstanceUid, uid, images));
    }
    association->release();
    if (what.sopInstanceUids.isEmpty())
        return images;
    std::erase_if(images, [&](const ArchivedImage &image) {
        return !what.sopInstanceUids.contains(image.sopInstanceUid);
    });
    return images;
}

} // namespace simiao::dimse
