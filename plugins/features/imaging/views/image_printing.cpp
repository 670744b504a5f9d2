#include "imaging/views/image_printing.h"

#include "imaging/views/film_run.h"
#include "workflow/diagnostics/export_images.h"

#include <QCoroTask>
#include <QDir>
#include <QFileInfo>
#include <QPointer>

namespace simiao::viewer {

namespace {

QString detailOf(const PrintWish &wish)
{
    return QStringLiteral("print=%1 pages=%2 to=%3 identity=%4")
        .arg(wish.plan.pictureCount())
        .arg(wish.plan.pageCount())
        .arg(wish.isPdf()        ? QStringLiteral("pdf")
                 : wish.isFilm() ? QStringLiteral("film")
                                 : QStringLiteral("printer"),
             wish.options.hasTexts ? QStringLiteral("named") : QStringLiteral("none"));
}

/// Ours: what the images say of themselves has no place in the queue of a printer.
const QString kTitle = QStringLiteral("Simiao images");

} // namespace

ImagePrinting::ImagePrinting(workflow::Context context,
                             std::shared_ptr<workflow::ImageSource> source,
                             const MeasurementBook *book,
                             Id<administration::Patient> patient,
                             RunMaker run,
                             QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_patient(patient)
    , m_maker(std::move(source), book)
    , m_makeRun(run ? std::move(run) : RunMaker([this](const PrintWish &wish) { return runFor(wish); }))
{
    connect(&m_maker, &SheetMaker::made, this, &ImagePrinting::paint);
}

ImagePrinting::~ImagePrinting() = default;

void ImagePrinting::setStep(Step step)
{
    m_step = step;
    Q_EMIT changed();
}

void ImagePrinting::start(const PrintWish &wish, const SheetStyle &style)
{
    if (isRunning() || wish.plan.pageCount() == 0)
        return;
    m_wish = wish;
    m_style = style;
    m_done = 0;
    m_gone = 0;
    m_isStopWanted = false;
    m_isStopped = false;
    m_missing.clear();
    m_warnings.clear();
    m_error.reset();
    setStep(Step::Running);
    QCoro::connect(workflow::allowImageExport(m_context, m_context.newCommand(), m_patient, detailOf(wish)),
                   this, [this](const Result<void> &allowed) {
                       if (!allowed) {
                           m_error = allowed.error();
                           return setStep(Step::Failed);
                       }
                       const auto folder = QFileInfo(m_wish.pdfPath).path();
                       if (m_wish.isPdf() && !QDir().mkpath(folder)) {
                           m_error = Error{ErrorKind::Unavailable, QStringLiteral("export.folder"),
                                           QDir(folder).dirName()};
                           return setStep(Step::Failed);
                       }
                       m_run = m_makeRun(m_wish);
                       m_maker.make(m_wish.plan, 0, m_style);
                   });
}

std::unique_ptr<document::PrintRun> ImagePrinting::runFor(const PrintWish &wish)
{
    if (wish.isPdf())
        return document::pdfRun(wish.pdfPath, wish.paper, kTitle);
    if (!wish.isFilm())
        return document::printerRun(wish.printer, wish.paper, kTitle);
    return filmRun(wish.filmPrinter, wish.paper, [self = QPointer(this)](const QStringList &warnings) {
        if (!self)
            return;
        self->m_warnings += warnings;
        self->m_warnings.removeDuplicates();
    });
}

void ImagePrinting::cancel()
{
    m_isStopWanted = true;
}

void ImagePrinting::dismiss()
{
    if (!isRunning())
        setStep(Step::Idle);
}

void ImagePrinting::paint(const std::shared_ptr<const PrintedSheet> &sheet, const std::vector<Error> &missing)
{
    if (m_isStopWanted)
        return stopAfter({});
    m_missing.insert(m_missing.end(), missing.begin(), missing.end());
    QCoro::connect(m_run->add(paintOf(sheet)), this,
                   [this](const Result<void> &painted) { takePainted(painted); });
}

void ImagePrinting::takePainted(const Result<void> &painted)
{
    if (!painted)
        return stopAfter(painted.error());
    ++m_done;
    Q_EMIT changed();
    if (m_done == total())
        return finish();
    if (m_isStopWanted)
        return stopAfter({});
    m_maker.make(m_wish.plan, m_done, m_style);
}

void ImagePrinting::finish()
{
    QCoro::connect(m_run->finish(), this, [this](const Result<void> &finished) {
        m_run.reset();
        if (!finished)
            m_error = finished.error();
        // Whole and flushed, in a folder that cannot be flushed itself, as on many sticks and shares.
        if (m_error && m_error->code == QLatin1String("disk.not-durable"))
            m_error.reset();
        m_gone = m_error ? 0 : m_done;
        setStep(m_error || !m_missing.empty() ? Step::Failed : Step::Done);
    });
}

void ImagePrinting::stopAfter(std::optional<Error> error)
{
    m_error = std::move(error);
    m_isStopped = !m_error;
    QCoro::connect(m_run->stop(), this, [this](const Result<int> &gone) {
        m_run.reset();
        m_gone = gone ? *gone : 0;
        setStep(m_error ? Step::Failed : Step::Done);
    });
}

} // namespace simiao::viewer
