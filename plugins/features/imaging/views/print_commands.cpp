#include "imaging/views/print_commands.h"

#include "core/log.h"
#include "imaging/models/viewer_data.h"
#include "imaging/views/command_action.h"
#include "imaging/views/image_cells.h"
#include "imaging/views/sheet_words.h"
#include "sdk/desk.h"
#include "sdk/visit.h"
#include "ui/theme/type.h"
#include "workflow/diagnostics/attach_study.h"

namespace simiao::viewer {

namespace {

constexpr int kFontUnits = 13; // of CellStyle's unit, as large as on a screen

/// Seen through its viewport: what lies beyond the edges stays out.
QRectF partSeen(const Viewport &viewport, const imaging::FrameGeometry &geometry)
{
    constexpr double kHalf = 0.5; // (0, 0) is the centre of the first pixel
    const auto &mapping = viewport.mapping();
    const QRectF whole =
        QRectF(mapping.toView(imaging::ImagePoint{-kHalf, -kHalf}),
               mapping.toView(imaging::ImagePoint{geometry.columns() - kHalf, geometry.rows() - kHalf}))
            .normalized();
    const auto seen = whole.intersected(viewport.rect());
    if (seen.isEmpty())
        return {0, 0, 1, 1};
    return {(seen.left() - whole.left()) / whole.width(), (seen.top() - whole.top()) / whole.height(),
            seen.width() / whole.width(), seen.height() / whole.height()};
}

PrintItem itemOf(const ImageCell &cell)
{
    const auto &stack = *cell.stack;
    const auto *slice = stack.shownSlice();
    if (!slice)
        return {};
    PrintItem item{.series = std::make_shared<const workflow::ImageSeries>(stack.series()),
                   .at = *slice,
                   .slice = stack.shown(),
                   .slices = stack.count(),
                   .display = stack.display(),
                   .turn = cell.viewport->turn(),
                   .part = partSeen(*cell.viewport, stack.frame()->geometry()),
                   .hasOverlays = cell.viewport->areOverlaysShown(),
                   .state = stack.presentation(),
                   .isAsStated = cell.viewport->isAsStated(),
                   .prior = cell.viewport->statusText(Viewport::Status::Prior)};
    // A window that somebody chose holds for all pictures of the series; the images' own windows differ.
    const auto *presented = stack.presented();
    if (item.display == (presented ? presented->display : imaging::defaultDisplay(*stack.frame())))
        item.display.reset();
    return item;
}

} // namespace

PrintCommands::PrintCommands(sdk::Visit *visit,
                             std::shared_ptr<workflow::ImageSource> source,
                             ImageCells *cells,
                             const MeasurementBook *book,
                             std::shared_ptr<const ViewerData> data,
                             QWidget *panel)
    : QObject(panel)
    , m_visit(visit)
    , m_source(std::move(source))
    , m_cells(cells)
    , m_book(book)
    , m_data(std::move(data))
    , m_panel(panel)
    , m_printing(new ImagePrinting(visit->desk()->context(),
                                   m_source,
                                   book,
                                   visit->record().patient.id,
                                   nullptr,
                                   this))
    , m_print(commandAction(this, QStringLiteral("imaging.print"), {QKeySequence::Print}, [this] {
        openDialog();
    }))
{
    m_print->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    // Not of the whole panel: a report in it prints by the same key.
    m_cells->grid()->addAction(m_print);
    connect(cells->active(), &ActiveView::changed, this, &PrintCommands::follow);
    connect(m_printing, &ImagePrinting::changed, this, &PrintCommands::follow);
    retranslate();
    follow();
}

void PrintCommands::retranslate()
{
    m_print->setText(tr("Print…"));
    m_print->setToolTip(tr("Print pictures on paper, on film or into a PDF file, several on a page, in true "
                           "size"));
}

void PrintCommands::follow()
{
    const auto *stack = m_cells->active()->stack();
    m_print->setVisible(stack->count() > 0);
    m_print->setEnabled(stack->frame() != nullptr && !m_printing->isRunning());
}

PrintSubject PrintCommands::subject() const
{
    const auto *active = m_cells->active();
    const auto &size = m_cells->grid()->gridSize();
    PrintSubject subject{.shown = itemOf({active->stack(), active->viewport()}),
                         .grid = {},
                         .gridLayout = {size.columns, size.rows}};
    for (const auto &cell : m_cells->cells())
        subject.grid.push_back(itemOf(cell));
    return subject;
}

bool PrintCommands::isSomebodyElses(const PrintSubject &subject) const
{
    std::vector<workflow::ImageSeries> series;
    for (const auto &item : subject.grid) {
        if (!item.isEmpty())
            series.push_back(*item.series);
    }
    return workflow::identityOf(series, m_visit->record().patient) == workflow::ImageIdentity::Different;
}

/// A file that does not read is said; a page can be printed all the same.
PrintForms PrintCommands::forms() const
{
    auto read = readPrintForms(m_visit->desk()->resourceFolder());
    if (read)
        return *read;
    log::error(read.error());
    return {};
}

SheetStyle PrintCommands::styleOf(const PrintWish &wish) const
{
    SheetStyle style{.contentMm = wish.paper.contentMm(),
                     .forms = m_forms,
                     .cell = {},
                     .words = {},
                     .isOnDarkGround = wish.isOnDarkGround()};
    style.cell.options = wish.options;
    style.cell.canBeTrueSize = !wish.isFilm();
    style.cell.font = QFont(m_panel->font().families());
    style.cell.font.setPixelSize(kFontUnits);
    style.cell.font.setHintingPreference(QFont::PreferNoHinting);
    style.cell.mrn = m_visit->record().patient.mrn;
    if (m_data)
        style.cell.corners = m_data->corners;
    style.words = sheetWords(wish.plan, wish.options, m_visit->record().patient, *m_visit->desk());
    if (wish.isFilm())
        style.words.note = tr("Film print: not for diagnosis");
    return style;
}

std::vector<std::shared_ptr<workflow::FilmPrinter>> PrintCommands::filmPrinters() const
{
    const auto setup = m_visit->desk()->archiveSetup();
    return setup ? setup->filmPrinters() : std::vector<std::shared_ptr<workflow::FilmPrinter>>();
}

void PrintCommands::openDialog()
{
    if (m_dialog)
        return m_dialog->raise();
    const auto current = subject();
    if (current.shown.isEmpty())
        return;
    if (isSomebodyElses(current))
        return m_visit->desk()->showError({ErrorKind::Invalid, QStringLiteral("imaging.not-hers")});
    if (!m_printers)
        m_printers = document::systemPrinters();
    m_forms = forms();
    m_dialog = new PrintDialog(
        current, m_forms, new PrintPlaces(m_visit->desk()->context(), m_printers, filmPrinters()),
        new SheetMaker(m_source, m_book), [this](const PrintWish &wish) { return styleOf(wish); }, m_panel);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &PrintDialog::wished, this,
            [this](const PrintWish &wish) { m_printing->start(wish, styleOf(wish)); });
    m_dialog->open();
}

} // namespace simiao::viewer
