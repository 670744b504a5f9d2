#include "imaging/views/film_run.h"

#include "core/task_of.h"

#include <QPainter>
#include <QtConcurrentRun>

namespace simiao::viewer {

namespace {

constexpr double kDotsPerMm = 12; // about what laser imagers have

/// What outlives the run while a film is under way.
struct Taken
{
    int films = 0;
    std::function<void(const QStringList &)> warned;
};

using Printer = std::shared_ptr<workflow::FilmPrinter>;

Task<Result<void>> printed(Printer printer,
                           document::PageSetup setup,
                           document::PagePaint page,
                           std::shared_ptr<Taken> taken,
                           std::stop_token stop)
{
    const bool isPaper = printer->stock().isPaper;
    auto painting =
        taskOf(QtConcurrent::run([setup, page, isPaper] { return filmOf(setup, page, isPaper); }));
    CO_TRY(auto film, co_await painting);
    auto printing = printer->print(std::move(film), stop);
    CO_TRY(const auto receipt, co_await printing);
    ++taken->films;
    if (taken->warned && !receipt.warnings.isEmpty() && !stop.stop_requested())
        taken->warned(receipt.warnings);
    co_return ok();
}

class FilmRun : public document::PrintRun
{
public:
    FilmRun(Printer printer, document::PageSetup setup, std::function<void(const QStringList &)> warned)
        : m_printer(std::move(printer))
        , m_setup(std::move(setup))
        , m_taken(std::make_shared<Taken>(Taken{.films = 0, .warned = std::move(warned)}))
    {
    }
    ~FilmRun() override { m_stop.request_stop(); }

    Task<Result<void>> add(document::PagePaint page) override
    {
        return printed(m_printer, m_setup, std::move(page), m_taken, m_stop.get_token());
    }
    /// Each film was ordered when it was added.
    Task<Result<void>> finish() override { co_return ok(); }
    Task<Result<int>> stop() override
    {
        m_stop.request_stop();
        return taken(m_taken);
    }

private:
    static Task<Result<int>> taken(std::shared_ptr<Taken> taken) { co_return Result<int>(taken->films); }

    Printer m_printer;
    document::PageSetup m_setup;
    std::shared_ptr<Taken> m_taken;
    std::stop_source m_stop;
};

} // namespace

std::unique_ptr<document::PrintRun> filmRun(std::shared_ptr<workflow::FilmPrinter> printer,
                                            const document::PageSetup &setup,
                                            std::function<void(const QStringList &)> warned)
{
    return std::make_unique<FilmRun>(std::move(printer), setup, std::move(warned));
}

Result<workflow::Film> filmOf(const document::PageSetup &setup, const document::PagePaint &page, bool isPaper)
{
    const QSize dots = (setup.contentMm() * kDotsPerMm).toSize();
    QImage image(dots, QImage::Format_Grayscale8);
    if (image.isNull())
        return Error{ErrorKind::Invalid, QStringLiteral("film.shape"),
                     QStringLiteral("%1 x %2").arg(dots.width()).arg(dots.height())};
    image.fill(isPaper ? Qt::white : Qt::black);
    QPainter painter(&image);
    document::paintPage(painter, setup, page, {kDotsPerMm, kDotsPerMm});
    painter.end();
    workflow::Film film{.columns = image.width(),
                        .rows = image.height(),
                        .greys = {},
                        .isLandscape = setup.orientation == QPageLayout::Landscape,
                        .copies = setup.copies};
    film.greys.reserve(qsizetype(image.width()) * image.height());
    for (int y = 0; y < image.height(); ++y) // lines of an image may be longer than its width
        film.greys.append(reinterpret_cast<const char *>(image.constScanLine(y)), image.width());
    return film;
}

} // namespace simiao::viewer
