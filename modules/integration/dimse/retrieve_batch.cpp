#include "integration/dimse/retrieve_batch.h"

#include "core/try.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dimse/services.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <utility>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// PS3.4 C.4.2.2.1: the unique keys of the level and of those above it.
QByteArray wishOf(const QString &studyInstanceUid,
                  const std::vector<ArchivedImage> &batch,
                  const QString &syntax)
{
    QStringList uids;
    for (const auto &image : batch) {
        if (!image.isWhole())
            uids.append(image.sopInstanceUid);
    }
    const auto &series = batch.front().seriesInstanceUid;
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_QueryRetrieveLevel,
                               !uids.isEmpty() ? "IMAGE" : (series.isEmpty() ? "STUDY" : "SERIES"));
    dataset.putAndInsertString(DCM_StudyInstanceUID, studyInstanceUid.toLatin1().constData());
    if (!series.isEmpty())
        dataset.putAndInsertString(DCM_SeriesInstanceUID, series.toLatin1().constData());
    if (!uids.isEmpty())
        dataset.putAndInsertString(DCM_SOPInstanceUID, uids.join(u'\\').toLatin1().constData());
    return bytesOf(dataset, syntax);
}

/// What the peer did not send although it says that it is through.
Error notSent(const Command &end)
{
    auto detail = statusText(end);
    if (!end.errorComment.isEmpty())
        detail += u": "_s + end.errorComment;
    return {.kind = ErrorKind::Unavailable, .code = u"archive.not-sent"_s, .detail = detail};
}

/// The images that the peer says it could not send (PS3.4 C.4.3.1.3.2).
QStringList failedIn(const Message &end)
{
    if (!end.command.failedInstances.isEmpty() || end.data.isEmpty())
        return end.command.failedInstances;
    const auto dataset = dicom::parseDataset(end.data, end.context.transferSyntax);
    OFString list;
    if (dataset)
        (*dataset)->findAndGetOFStringArray(DCM_FailedSOPInstanceUIDList, list);
    return QString::fromLatin1(list.c_str()).split(u'\\', Qt::SkipEmptyParts);
}

/// Keeps the association awake while its objects come over another.
class ArrivalWatch
{
public:
    ArrivalWatch(Intake &intake, std::function<void()> arrived)
        : m_intake(intake)
        , m_number(intake.addArrival(std::move(arrived)))
    {
    }
    ArrivalWatch(const ArrivalWatch &) = delete;
    ArrivalWatch &operator=(const ArrivalWatch &) = delete;
    ~ArrivalWatch() { m_intake.removeArrival(m_number); }

private:
    Intake &m_intake;
    int m_number;
};

Result<void> followed(Association &association,
                      CommandField end,
                      quint16 id,
                      const std::vector<ArchivedImage> &batch,
                      Intake &intake)
{
    while (true) {
        TRY(const auto message, association.receiveAnswer());
        if (message.command.field == CommandField::CStoreRq) {
            TRY_VOID(answerStore(association, message, intake));
            continue;
        }
        TRY_VOID(checkAnswers(message.command, end, id));
        if (message.command.isPending())
            continue;
        const auto error = notSent(message.command);
        intake.giveUp(failedIn(message), error);
        intake.notBrought(batch, error);
        return ok();
    }
}

Command request(CommandField field, quint16 id, QLatin1StringView service)
{
    return {.field = field, .messageId = id, .sopClass = service, .hasDataSet = true, .priority = 0};
}

} // namespace

Result<void> getBatch(Association &association,
                      const QString &studyInstanceUid,
                      const std::vector<ArchivedImage> &batch,
                      Intake &intake)
{
    TRY(const auto context, association.needed(kStudyRootGet));
    const auto id = association.nextMessageId();
    TRY_VOID(association.send(context, request(CommandField::CGetRq, id, kStudyRootGet),
                              wishOf(studyInstanceUid, batch, context.transferSyntax)));
    return followed(association, CommandField::CGetRsp, id, batch, intake);
}

Result<void> moveBatch(Association &association,
                       const QString &studyInstanceUid,
                       const std::vector<ArchivedImage> &batch,
                       const QString &destinationAe,
                       Intake &intake)
{
    TRY(const auto context, association.needed(kStudyRootMove));
    const ArrivalWatch watch(intake, association.renewal());
    const auto id = association.nextMessageId();
    auto command = request(CommandField::CMoveRq, id, kStudyRootMove);
    command.moveDestination = destinationAe;
    TRY_VOID(association.send(context, command, wishOf(studyInstanceUid, batch, context.transferSyntax)));
    return followed(association, CommandField::CMoveRsp, id, batch, intake);
}

Result<void> answerStore(Association &association, const Message &store, Intake &intake)
{
    const Command answer{.field = CommandField::CStoreRsp,
                         .messageId = store.command.messageId,
                         .sopClass = store.command.sopClass,
                         .sopInstance = store.command.sopInstance,
                         .status = intake.take(store, association.peerAe())};
    return association.send(store.context, answer);
}

} // namespace simiao::dimse
