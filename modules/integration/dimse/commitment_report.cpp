#include "integration/dimse/commitment_report.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dimse/identifier.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

Error misread(const QString &detail)
{
    return {.kind = ErrorKind::Invalid,
            .code = u"archive.answer"_s,
            .detail = u"N-EVENT-REPORT: %1"_s.arg(detail)};
}

void put(DcmItem &item, const DcmTagKey &tag, const QString &uid)
{
    item.putAndInsertString(tag, uid.toLatin1().constData());
}

Error notKept(int reason)
{
    return {.kind = ErrorKind::Unavailable,
            .code = u"archive.not-committed"_s,
            .detail = u"failure reason %1"_s.arg(reason, 4, 16, QChar(u'0'))};
}

} // namespace

QByteArray commitmentRequest(const QString &transactionUid,
                             const std::vector<SentObject> &objects,
                             const QString &transferSyntax)
{
    DcmDataset dataset;
    put(dataset, DCM_TransactionUID, transactionUid);
    for (const auto &object : objects) {
        DcmItem *item = nullptr;
        dataset.findOrCreateSequenceItem(DCM_ReferencedSOPSequence, item, -2); // behind the last
        put(*item, DCM_ReferencedSOPClassUID, object.sopClassUid);
        put(*item, DCM_ReferencedSOPInstanceUID, object.sopInstanceUid);
    }
    return bytesOf(dataset, transferSyntax);
}

Result<Commitment> commitmentReport(const Message &report,
                                    const QString &transactionUid,
                                    const std::vector<SentObject> &objects)
{
    TRY(const auto dataset, dicom::parseDataset(report.data, report.context.transferSyntax));
    if (dicom::code(*dataset, DCM_TransactionUID) != transactionUid)
        return Error{.kind = ErrorKind::Conflict,
                     .code = u"archive.answer"_s,
                     .detail = u"N-EVENT-REPORT: it is of another transaction"_s};
    const auto isAsked = [&](const QString &uid) {
        return std::ranges::find(objects, uid, &SentObject::sopInstanceUid) != objects.end();
    };
    Commitment commitment;
    for (int i = 0; auto *item = dicom::sequenceItem(*dataset, DCM_ReferencedSOPSequence, i); ++i) {
        const auto uid = dicom::code(*item, DCM_ReferencedSOPInstanceUID);
        if (!isAsked(uid))
            return misread(u"it tells of an object nobody asked about"_s);
        commitment.committed.append(uid);
    }
    for (int i = 0; auto *item = dicom::sequenceItem(*dataset, DCM_FailedSOPSequence, i); ++i) {
        const auto uid = dicom::code(*item, DCM_ReferencedSOPInstanceUID);
        if (!isAsked(uid))
            return misread(u"it tells of an object nobody asked about"_s);
        commitment.failures.push_back({uid, notKept(dicom::integer(*item, DCM_FailureReason).value_or(0))});
    }
    return commitment;
}

} // namespace simiao::dimse
