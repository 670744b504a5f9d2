#include "integration/dicom/exporting/export_run.h"

#include "core/try.h"
#include "integration/dicom/confidentiality/deidentify.h"
#include "integration/dicom/exporting/other_objects.h"
#include "integration/dicom/medium/medium_writer.h"
#include "integration/dicom/uid.h"
#include "integration/dicom/whole_file.h"
#include "integration/dicom/worker/decoder_pool.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QUuid>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

const QString kFolder = u"DICOM"_s;
const QString kDirectory = u"DICOMDIR"_s;

struct PlannedFile
{
    QString sopInstanceUid;
    QString from;
    QString
        fileId; ///< DICOM/SE000001/IM000001: PS3.10 8.5 wants capitals and digits, and nothing of a patient
    bool isObject = false;
    QString seriesInstanceUid = {}; ///< of an image
    int frames = 1;
};

std::vector<PlannedFile> plannedFiles(const workflow::ImageExportOrder &order)
{
    std::vector<PlannedFile> files;
    const auto &series = order.series;
    for (std::size_t s = 0; s < series.size(); ++s) {
        const auto &instances = series[s].instances;
        for (std::size_t i = 0; i < instances.size(); ++i)
            files.push_back(
                {instances[i].sopInstanceUid, instances[i].location,
                 u"%1/SE%2/IM%3"_s.arg(kFolder).arg(s + 1, 6, 10, QChar(u'0')).arg(i + 1, 6, 10, QChar(u'0')),
                 false, series[s].seriesInstanceUid, instances[i].frames});
    }
    for (std::size_t i = 0; i < order.objects.size(); ++i)
        files.push_back({order.objects[i].sopInstanceUid, order.objects[i].location,
                         u"%1/OBJECTS/OB%2"_s.arg(kFolder).arg(i + 1, 6, 10, QChar(u'0')), true});
    return files;
}

/// The order with what its places hold of its studies.
Result<workflow::ImageExportOrder> completed(workflow::ImageExportOrder order,
                                             const std::stop_token &stop,
                                             DecoderPool &decoders)
{
    QSet<QString> studies;
    QSet<QString> known;
    for (const auto &series : order.series)
        studies.insert(series.studyInstanceUid);
    for (const auto &object : order.objects)
        known.insert(object.sopInstanceUid);
    for (const auto &place : order.places) {
        TRY(const auto found, otherObjects(place, stop, decoders));
        for (const auto &object : found) {
            const bool isOfAnother =
                !object.studyInstanceUid.isEmpty() && !studies.contains(object.studyInstanceUid);
            if (isOfAnother || known.contains(object.sopInstanceUid))
                continue;
            known.insert(object.sopInstanceUid);
            order.objects.push_back(object);
        }
    }
    return order;
}

/// Another export's files would get into this one's directory, or the other way round.
Result<void> checkFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Unavailable, u"export.folder"_s, QFileInfo(folder).fileName()};
    const auto entries = QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    for (const auto &entry : entries) {
        const auto name = entry.toUpper();
        if (name == kFolder || name == kDirectory)
            return Error{ErrorKind::Conflict, u"export.exists"_s, entry};
    }
    return ok();
}

/// Where going on is of no use: the next file would fail in the same way.
bool endsAll(const Error &error)
{
    return error.kind == ErrorKind::Cancelled || error.code.startsWith("disk."_L1);
}

/// By the rules, and not for a fault.
bool isLeftOut(const PlannedFile &file, const Error &error)
{
    return file.isObject && error.code.startsWith("deidentify."_L1);
}

class Run
{
public:
    Run(const workflow::ImageExportOrder &order,
        const workflow::TransferProgress &progress,
        DecoderPool &decoders)
        : m_order(order)
        , m_progress(progress)
        , m_decoders(decoders)
        , m_wish{.substitutes = Substitutes::forOneExport(order.subject),
                 .keepsIntervals = order.keepsIntervals,
                 .blanked = {},
                 .takesDocuments = order.takesDocuments}
    {
        for (const auto &area : order.blanked)
            m_wish.blanked.push_back({area.left, area.top, area.width, area.height});
    }

    Result<workflow::ImageExport> all(const std::stop_token &stop)
    {
        const auto files = plannedFiles(m_order);
        m_result.count.total = static_cast<int>(files.size());
        tell();
        for (const auto &file : files) {
            if (stop.stop_requested()) {
                m_result.endedBy = cancelled();
                break;
            }
            take(file);
            tell();
            if (m_result.endedBy)
                break;
        }
        // What is there is to be found, also where it ended early.
        if (m_result.count.done > 0)
            writeDirectory();
        return std::move(m_result);
    }

private:
    void take(const PlannedFile &file)
    {
        const QString to = m_order.folder + u'/' + file.fileId;
        auto written = write(file, to);
        if (!written && isLeftOut(file, written.error())) {
            ++m_result.leftOut[written.error().code];
            return;
        }
        if (!written) {
            ++m_result.count.failed;
            m_result.failures.push_back({file.sopInstanceUid, written.error()});
            if (endsAll(written.error()))
                m_result.endedBy = written.error();
            return;
        }
        ++m_result.count.done;
    }

    /// The file, and its place in the directory: one without the other would not be found.
    Result<void> write(const PlannedFile &file, const QString &to)
    {
        const auto folder = QFileInfo(to).absolutePath();
        if (!QDir().mkpath(folder))
            return Error{ErrorKind::Unavailable, u"disk.open"_s, QFileInfo(folder).fileName()};
        TRY_VOID(m_order.isAnonymised ? writeClean(file, to) : writeAsItIs(file, to));
        const auto entry = m_decoders.mediumEntry(to);
        if (!entry) {
            QFile::remove(to);
            return entry.error();
        }
        if (*entry)
            m_medium.add(**entry, file.fileId);
        else
            ++m_result.notices[u"export.no-record"_s];
        return ok();
    }

    Result<void> writeAsItIs(const PlannedFile &file, const QString &to)
    {
        const FileStamp stamp(file.from);
        TRY(const auto copy, m_decoders.copy(file.from));
        return writeCopy(file.from, stamp, copy, to, false);
    }

    Result<void> writeClean(const PlannedFile &file, const QString &to)
    {
        const FileStamp stamp(file.from);
        TRY(const auto made, m_decoders.deidentified(file.from, wishFor(file), file.frames));
        TRY_VOID(writeCopy(file.from, stamp, made.copy, to, false));
        for (const auto &notice : made.object.notices)
            ++m_result.notices[notice.code];
        return ok();
    }

    Deidentification wishFor(const PlannedFile &file) const
    {
        auto wish = m_wish;
        for (const auto &part : m_order.blankedParts) {
            if ((!part.sopInstanceUid.isEmpty() && part.sopInstanceUid != file.sopInstanceUid)
                || (!part.seriesInstanceUid.isEmpty() && part.seriesInstanceUid != file.seriesInstanceUid))
                continue;
            const auto &area = part.area;
            wish.blanked.push_back({.left = area.left,
                                    .top = area.top,
                                    .width = area.width,
                                    .height = area.height,
                                    .frame = part.frame,
                                    .columns = part.columns,
                                    .rows = part.rows});
        }
        return wish;
    }

    void writeDirectory()
    {
        const auto uid = derivedUid(QUuid::createUuid().toString(), u"medium"_s);
        const auto written = [&]() -> Result<void> {
            TRY(auto file, WholeFile::create(m_order.folder + u'/' + kDirectory, false));
            TRY_VOID(file.write(m_medium.directory(uid)));
            return file.finish();
        }();
        if (!written && !m_result.endedBy)
            m_result.endedBy = written.error();
    }

    void tell() const
    {
        if (m_progress)
            m_progress(m_result.count);
    }

    const workflow::ImageExportOrder &m_order;
    const workflow::TransferProgress &m_progress;
    DecoderPool &m_decoders;
    Deidentification m_wish;
    MediumWriter m_medium;
    workflow::ImageExport m_result;
};

} // namespace

Result<workflow::ImageExport> runExport(const workflow::ImageExportOrder &order,
                                        const workflow::TransferProgress &progress,
                                        const std::stop_token &stop,
                                        DecoderPool &decoders)
{
    TRY_VOID(checkFolder(order.folder));
    TRY(const auto whole, completed(order, stop, decoders));
    return Run(whole, progress, decoders).all(stop);
}

} // namespace simiao::dicom
