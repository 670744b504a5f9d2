#include "imaging/views/image_exporting.h"

#include "core/task_of.h"
#include "imaging/views/drawn_measurements.h"
#include "imaging/views/presented_part.h"
#include "workflow/diagnostics/export_images.h"

#include <QCoroTask>
#include <QDir>
#include <QtConcurrentRun>

#include <algorithm>

namespace simiao::viewer {

namespace {

constexpr int kBeatMs = 100;

QString detailOf(const ExportWish &wish, std::size_t pictures)
{
    return QStringLiteral("pictures=%1 identity=%2")
        .arg(pictures)
        .arg(wish.hasTexts ? QStringLiteral("named") : QStringLiteral("none"));
}

workflow::ImageExportOrder orderOf(const ExportWish &wish, const ExportSubject &subject)
{
    workflow::ImageExportOrder order{.series = {subject.series},
                                     .folder = wish.folder,
                                     .isAnonymised = wish.isAnonymised(),
                                     .subject = wish.subject,
                                     .keepsIntervals = wish.keepsIntervals,
                                     .takesDocuments = wish.takesDocuments};
    if (wish.isStudy()) {
        order.series = subject.study;
        order.objects = subject.objects;
        order.places = subject.places;
    }
    order.blankedParts = wish.blanked;
    return order;
}

bool isFor(const workflow::BlankedPart &part, const Slice &slice, const imaging::FrameGeometry &geometry)
{
    return part.columns == geometry.columns() && part.rows == geometry.rows()
        && part.isIn(slice.instance.sopInstanceUid, slice.frame);
}

/// Nothing where no state is applied, or it does not name the picture.
std::optional<imaging::Presentation> presentedOf(const ExportSubject &subject,
                                                 const Slice &slice,
                                                 const imaging::Frame &frame)
{
    if (!subject.state)
        return std::nullopt;
    auto presented = imaging::presentationOf(
        *subject.state, {subject.series.seriesInstanceUid, slice.instance.sopInstanceUid, slice.frame},
        frame);
    return presented ? std::optional(*std::move(presented)) : std::nullopt;
}

bool isCut(const PictureFile &file)
{
    return file.presented && file.isAsStated
        && isPart(areaOf(*file.presented, *file.frame), file.frame->geometry());
}

} // namespace

ImageExporting::ImageExporting(workflow::Context context,
                               std::shared_ptr<workflow::ImageSource> source,
                               Id<administration::Patient> patient,
                               QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_source(std::move(source))
    , m_exporter(std::dynamic_pointer_cast<workflow::ImageExporter>(m_source))
    , m_patient(patient)
    , m_told(std::make_shared<Told>())
{
    m_pool.setMaxThreadCount(1);
    m_beat.setInterval(kBeatMs);
    connect(&m_beat, &QTimer::timeout, this, &ImageExporting::changed);
}

ImageExporting::~ImageExporting()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void ImageExporting::setStep(Step step)
{
    m_step = step;
    if (step == Step::Running)
        m_beat.start();
    else
        m_beat.stop();
    Q_EMIT changed();
}

void ImageExporting::start(const ExportWish &wish, const ExportSubject &subject)
{
    if (isRunning())
        return;
    m_wish = wish;
    m_subject = subject;
    m_result = {};
    m_told = std::make_shared<Told>();
    m_stop = {};
    setStep(Step::Running);
    if (wish.arePictures())
        exportPictures();
    else
        exportFiles();
}

void ImageExporting::cancel()
{
    m_stop.request_stop();
}

void ImageExporting::dismiss()
{
    if (!isRunning())
        setStep(Step::Idle);
}

workflow::TransferCount ImageExporting::count() const
{
    return {.done = m_told->done, .failed = m_told->failed, .total = m_told->total};
}

void ImageExporting::exportFiles()
{
    const auto progress = [told = m_told](const workflow::TransferCount &count) {
        told->done = count.done;
        told->failed = count.failed;
        told->total = count.total.value_or(0);
    };
    QCoro::connect(workflow::exportImages(m_context, m_context.newCommand(), m_patient, m_exporter,
                                          orderOf(m_wish, m_subject), progress, m_stop.get_token()),
                   this, [this](Result<workflow::ImageExport> answer) {
                       if (!answer)
                           return end(answer.error());
                       m_result = *std::move(answer);
                       end(m_result.endedBy);
                   });
}

void ImageExporting::exportPictures()
{
    m_slices = slicesOf(m_subject.series);
    if (m_wish.what == ExportWish::What::Picture)
        m_slices = {m_slices.at(static_cast<std::size_t>(m_subject.shown))};
    std::ranges::reverse(m_slices);
    m_total = m_slices.size();
    m_told->total = static_cast<int>(m_total);
    QCoro::connect(workflow::allowImageExport(m_context, m_context.newCommand(), m_patient,
                                              detailOf(m_wish, m_slices.size())),
                   this, [this](const Result<void> &allowed) {
                       if (!allowed)
                           return end(allowed.error());
                       if (!QDir().mkpath(m_wish.folder))
                           return end(Error{ErrorKind::Unavailable, QStringLiteral("export.folder"),
                                            QDir(m_wish.folder).dirName()});
                       fetchNext();
                   });
}

void ImageExporting::fetchNext()
{
    if (m_slices.empty())
        return end(std::nullopt);
    if (m_stop.stop_requested())
        return end(cancelled());
    const auto &slice = m_slices.back();
    QCoro::connect(m_source->frame(slice.instance, slice.frame, m_stop.get_token()), this,
                   [this](Result<std::shared_ptr<const imaging::Frame>> frame) { write(std::move(frame)); });
}

PictureFile ImageExporting::fileOf(std::shared_ptr<const imaging::Frame> frame) const
{
    const auto all = static_cast<int>(slicesOf(m_subject.series).size());
    const int slice = m_wish.what == ExportWish::What::Picture ? m_subject.shown
                                                               : static_cast<int>(m_total - m_slices.size());
    auto presented = presentedOf(m_subject, m_slices.back(), *frame);
    const auto display =
        m_subject.display.value_or(presented ? presented->display : imaging::defaultDisplay(*frame));
    const auto name = QStringLiteral("picture-%1.%2")
                          .arg(slice + 1, 4, 10, QLatin1Char('0'))
                          .arg(m_wish.isJpeg ? QStringLiteral("jpg") : QStringLiteral("png"));
    PictureFile file{.frame = std::move(frame),
                     .display = display,
                     .texts = std::nullopt,
                     .font = m_subject.font,
                     .path = QDir(m_wish.folder).filePath(name),
                     .isJpeg = m_wish.isJpeg};
    file.presented = std::move(presented);
    file.isAsStated = m_subject.isAsStated;
    for (const auto &part : m_wish.blanked) {
        if (isFor(part, m_slices.back(), file.frame->geometry()))
            file.blanked.emplace_back(part.area.left, part.area.top, part.area.width, part.area.height);
    }
    if (m_wish.hasTexts)
        file.texts =
            cornerTexts({.series = m_subject.series,
                         .seriesIndex = 0,
                         .seriesCount = 1,
                         .slice = slice,
                         .slices = all,
                         .frame = file.frame,
                         .display = display,
                         .turn = file.presented && file.isAsStated ? file.presented->turn : imaging::Turn{},
                         .zoom = 1,
                         .mrn = m_subject.mrn});
    if (file.texts && m_subject.state)
        addWhole(*file.texts, file.texts->topRight,
                 presentationWords(*m_subject.state, file.presented.has_value(), isCut(file)));
    if (m_wish.hasMeasurements && m_subject.book) {
        const auto &at = m_slices.back();
        file.drawn = drawnMeasurements(m_subject.book->page({at.instance.sopInstanceUid, at.frame}).items(),
                                       *file.frame, m_wish.hasValues);
        std::erase_if(file.drawn, [&file](const DrawnMeasurement &drawn) {
            return file.presented && isDrawnBy(file.presented->annotations, drawn.measurement);
        });
    }
    if (file.presented)
        file.presented->annotations =
            drawnOf(std::move(file.presented->annotations), m_wish.hasMeasurements, m_wish.hasValues);
    return file;
}

/// A file without texts cannot say it: whoever takes it along is told.
void ImageExporting::notePresentation(const PictureFile &file)
{
    if (!m_subject.state)
        return;
    if (!file.presented)
        ++m_result.notices[QStringLiteral("presentation.not-on-picture")];
    else if (isCut(file))
        ++m_result.notices[QStringLiteral("presentation.part-of-picture")];
}

void ImageExporting::write(Result<std::shared_ptr<const imaging::Frame>> frame)
{
    if (!frame)
        return takeWritten(frame.error());
    const auto file = fileOf(*std::move(frame));
    // Of all pictures, or of the one that alone goes out: where a part was drawn and is not in it, that is said.
    const bool isAlone = m_wish.what == ExportWish::What::Picture;
    const bool isMeant = std::ranges::any_of(m_wish.blanked, [isAlone](const workflow::BlankedPart &part) {
        return isAlone || part.sopInstanceUid.isEmpty();
    });
    notePresentation(file);
    if (isMeant && file.blanked.empty())
        ++m_result.notices[QStringLiteral("deidentify.not-blanked")];
    QCoro::connect(taskOf(QtConcurrent::run(&m_pool, [file] { return writePicture(file); })), this,
                   [this](const Result<void> &written) { takeWritten(written); });
}

/// A picture that cannot be decoded is named and passed over; a disk that refuses, or a file in the way, ends it.
void ImageExporting::takeWritten(const Result<void> &written)
{
    const auto uid = m_slices.back().instance.sopInstanceUid;
    m_slices.pop_back();
    if (written) {
        ++m_told->done;
        return fetchNext();
    }
    const auto &error = written.error();
    if (error.code.startsWith(QLatin1String("disk.")) || error.code.startsWith(QLatin1String("export."))
        || error.kind == ErrorKind::Cancelled)
        return end(error);
    ++m_told->failed;
    m_result.failures.push_back({uid, error});
    fetchNext();
}

void ImageExporting::end(std::optional<Error> endedBy)
{
    m_slices.clear();
    if (m_wish.arePictures())
        m_result.count = count();
    m_result.endedBy = std::move(endedBy);
    const bool isStopped = m_result.endedBy && m_result.endedBy->kind == ErrorKind::Cancelled;
    setStep(m_result.isWhole() || isStopped ? Step::Done : Step::Failed);
}

} // namespace simiao::viewer
