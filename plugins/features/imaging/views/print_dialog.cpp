#include "imaging/views/print_dialog.h"

#include "imaging/views/print_preview.h"
#include "sdk/desk.h"
#include "ui/widgets/plain_tool_tip.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>

namespace simiao::viewer {

namespace {

constexpr double kPreviewDotsPerMm = 4;

QString proposedFile()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    for (int n = 1;; ++n) {
        const auto path = documents.filePath(QStringLiteral("images-%1.pdf").arg(n));
        if (!QFileInfo::exists(path))
            return QDir::toNativeSeparators(path);
    }
}

} // namespace

PrintDialog::PrintDialog(const PrintSubject &subject,
                         const PrintForms &forms,
                         PrintPlaces *places,
                         SheetMaker *maker,
                         StyleMaker style,
                         QWidget *parent)
    : QDialog(parent)
    , m_subject(subject)
    , m_forms(forms)
    , m_places(places)
    , m_maker(maker)
    , m_style(std::move(style))
    , m_what(new QComboBox)
    , m_first(new QSpinBox)
    , m_last(new QSpinBox)
    , m_every(new QSpinBox)
    , m_layout(new QComboBox)
    , m_place(new QComboBox)
    , m_path(new QLineEdit(proposedFile()))
    , m_paper(new QComboBox)
    , m_orientation(new QComboBox)
    , m_texts(new QCheckBox(tr("Patient, study and texts of the corners")))
    , m_measurements(new QCheckBox(tr("Measurements, as on the screen")))
    , m_values(new QCheckBox(tr("… with their values")))
    , m_trueSize(new QCheckBox(tr("True size (1:1)")))
    , m_consequence(new ui::TextLabel({}))
    , m_preview(new PrintPreview)
    , m_pageText(new ui::TextLabel({}))
    , m_back(new QPushButton(tr("Previous page")))
    , m_on(new QPushButton(tr("Next page")))
    , m_form(new QFormLayout)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    m_places->setParent(this);
    m_maker->setParent(this);
    setObjectName(QStringLiteral("imaging.printDialog"));
    setWindowTitle(tr("Print images"));
    nameFields();
    fill();
    auto *row = new QHBoxLayout(this);
    row->addWidget(pages(), 1);
    row->addWidget(form());
    wire();
    fillPlaces();
    m_what->setFocus();
}

void PrintDialog::nameFields()
{
    const std::initializer_list<std::pair<QWidget *, const char *>> names{{m_what, "what"},
                                                                          {m_first, "first"},
                                                                          {m_last, "last"},
                                                                          {m_every, "every"},
                                                                          {m_layout, "layout"},
                                                                          {m_place, "place"},
                                                                          {m_path, "path"},
                                                                          {m_paper, "paper"},
                                                                          {m_orientation, "orientation"},
                                                                          {m_texts, "texts"},
                                                                          {m_measurements, "measurements"},
                                                                          {m_values, "values"},
                                                                          {m_trueSize, "trueSize"},
                                                                          {m_back, "back"},
                                                                          {m_on, "on"},
                                                                          {m_pageText, "page"},
                                                                          {m_consequence, "consequence"}};
    for (const auto &[field, name] : names)
        field->setObjectName(QStringLiteral("imaging.print.") + QLatin1String(name));
}

void PrintDialog::fill()
{
    m_what->addItem(tr("The picture that is shown"), int(What::Shown));
    if (m_subject.grid.size() > 1)
        m_what->addItem(tr("All viewports, as they are laid out"), int(What::Grid));
    if (m_subject.shown.slices > 1)
        m_what->addItem(tr("Pictures of the series"), int(What::Series));
    const int slices = m_subject.shown.slices;
    for (auto *number : {m_first, m_last, m_every})
        number->setRange(1, std::max(1, slices));
    m_last->setValue(slices);
    for (const auto &layout : m_forms.layouts)
        m_layout->addItem(QStringLiteral("%1 × %2").arg(layout.rows).arg(layout.columns),
                          QSize(layout.columns, layout.rows));
    for (const auto &paper : m_forms.papers)
        m_paper->addItem(paper.name, paper.sizeMm);
    m_orientation->addItem(tr("Portrait"), int(QPageLayout::Portrait));
    m_orientation->addItem(tr("Landscape"), int(QPageLayout::Landscape));
    m_texts->setChecked(true);
    m_measurements->setChecked(true);
    m_values->setChecked(true);
    m_consequence->setTextFormat(Qt::PlainText);
    m_consequence->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Print"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

QWidget *PrintDialog::form()
{
    constexpr int kWidth = 400;
    m_range = rangeRow();
    m_pathRow = pathRow();
    m_form->addRow(tr("What:"), m_what);
    m_form->addRow(tr("From, to, every nth:"), m_range);
    m_form->addRow(tr("On a page:"), m_layout);
    m_form->addRow(tr("Printer:"), m_place);
    m_form->addRow(tr("File:"), m_pathRow);
    m_form->addRow(tr("Paper:"), m_paper);
    m_form->addRow(tr("Orientation:"), m_orientation);
    m_form->addRow(m_trueSize);
    m_form->addRow(m_texts);
    m_form->addRow(m_measurements);
    m_form->addRow(m_values);
    m_form->addRow(m_consequence);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_form);
    column->addStretch(1);
    column->addWidget(m_buttons);
    box->setFixedWidth(kWidth);
    return box;
}

QWidget *PrintDialog::pages()
{
    for (auto *button : {m_back, m_on})
        button->setAutoDefault(false);
    m_pageText->setAlignment(Qt::AlignCenter);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_preview, 1);
    auto *turning = new QHBoxLayout;
    turning->addWidget(m_back);
    turning->addWidget(m_pageText, 1);
    turning->addWidget(m_on);
    column->addLayout(turning);
    return box;
}

QWidget *PrintDialog::rangeRow()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_first->setAccessibleName(tr("First picture"));
    m_last->setAccessibleName(tr("Last picture"));
    m_every->setAccessibleName(tr("Each … picture"));
    m_every->setPrefix(QStringLiteral("1/"));
    for (auto *number : {m_first, m_last, m_every})
        row->addWidget(number, 1);
    return box;
}

QWidget *PrintDialog::pathRow()
{
    auto *browse = new QPushButton(tr("Choose…"));
    browse->setObjectName(QStringLiteral("imaging.print.choose"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &PrintDialog::browse);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    return box;
}

void PrintDialog::wire()
{
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PrintDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &PrintDialog::reject);
    connect(m_places, &PrintPlaces::changed, this, &PrintDialog::fillPlaces);
    connect(m_place, &QComboBox::activated, this, [this] { m_isPlaceChosen = true; });
    connect(m_place, &QComboBox::currentIndexChanged, this, &PrintDialog::suitPaper);
    for (auto *box : {m_what, m_layout, m_place, m_paper, m_orientation})
        connect(box, &QComboBox::currentIndexChanged, this, &PrintDialog::follow);
    for (auto *number : {m_first, m_last, m_every})
        connect(number, &QSpinBox::valueChanged, this, &PrintDialog::follow);
    for (auto *box : {m_texts, m_measurements, m_values, m_trueSize})
        connect(box, &QCheckBox::toggled, this, &PrintDialog::follow);
    connect(m_path, &QLineEdit::textChanged, this, &PrintDialog::follow);
    connect(m_back, &QPushButton::clicked, this, [this] { turnTo(m_page - 1); });
    connect(m_on, &QPushButton::clicked, this, [this] { turnTo(m_page + 1); });
    connect(m_preview, &PrintPreview::turned, this, [this](int by) { turnTo(m_page + by); });
    connect(m_maker, &SheetMaker::made, this, &PrintDialog::showSheet);
}

/// What somebody chose stays chosen when more printers are found; else it is the first.
void PrintDialog::fillPlaces()
{
    const auto chosen = m_place->currentData();
    const QSignalBlocker quiet(m_place);
    m_place->clear();
    for (const auto &place : m_places->places())
        m_place->addItem(placeName(place), place.key());
    m_place->setCurrentIndex(m_isPlaceChosen ? std::max(0, m_place->findData(chosen)) : 0);
    suitPaper();
    follow();
}

QString PrintDialog::placeName(const PrintPlace &place) const
{
    if (place.filmPrinter)
        return tr("Film: %1").arg(place.filmPrinter->displayName());
    return place.isPdf() ? tr("PDF file") : place.printer;
}

PrintPlace PrintDialog::place() const
{
    const auto places = m_places->places();
    const auto index = static_cast<std::size_t>(std::max(0, m_place->currentIndex()));
    return index < places.size() ? places[index] : PrintPlace{};
}

/// The desk's own printer knows what it is fed with, and so does a film printer.
void PrintDialog::suitPaper()
{
    const auto chosen = place();
    const auto stock = chosen.filmPrinter ? chosen.filmPrinter->stock().mm : QSizeF();
    if (!stock.isEmpty() && m_paper->isEnabled())
        m_paperBeforeFilm = m_paper->currentData().toSizeF();
    else if (stock.isEmpty() && !m_paper->isEnabled())
        choosePaper(m_paperBeforeFilm); // nobody has paper of a film's size
    m_paper->setEnabled(stock.isEmpty());
    if (!stock.isEmpty())
        choosePaper(stock);
    if (!chosen.setup)
        return;
    choosePaper(chosen.setup->paperMm);
    m_orientation->setCurrentIndex(m_orientation->findData(int(chosen.setup->orientation)));
}

void PrintDialog::choosePaper(QSizeF mm)
{
    if (m_paper->findData(mm) < 0)
        m_paper->addItem(tr("%1 × %2 mm").arg(mm.width()).arg(mm.height()), mm);
    m_paper->setCurrentIndex(m_paper->findData(mm));
}

PrintDialog::What PrintDialog::what() const
{
    return static_cast<What>(m_what->currentData().toInt());
}

PrintWish PrintDialog::wish() const
{
    PrintWish wish;
    const auto perPage = m_layout->currentData().toSize();
    switch (what()) {
    case What::Shown: wish.plan.items = {m_subject.shown}; break;
    case What::Grid:
        wish.plan.items = m_subject.grid;
        wish.plan.layout = m_subject.gridLayout;
        break;
    case What::Series:
        wish.plan.layout = {perPage.width(), perPage.height()};
        wish.plan.items =
            seriesItems(m_subject.shown, m_first->value() - 1, m_last->value() - 1, m_every->value());
        break;
    }
    const auto chosen = place();
    wish.options = {m_texts->isChecked(), m_measurements->isChecked(), m_values->isChecked(),
                    m_trueSize->isChecked() && !chosen.filmPrinter};
    wish.printer = chosen.printer;
    wish.filmPrinter = chosen.filmPrinter;
    wish.pdfPath = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (chosen.setup)
        wish.paper = *chosen.setup;
    wish.paper.paperMm = m_paper->currentData().toSizeF();
    wish.paper.orientation = static_cast<QPageLayout::Orientation>(m_orientation->currentData().toInt());
    return wish;
}

void PrintDialog::follow()
{
    const auto current = wish();
    m_form->setRowVisible(m_range, what() == What::Series);
    m_form->setRowVisible(m_layout, what() == What::Series);
    m_form->setRowVisible(m_pathRow, current.isPdf());
    m_values->setEnabled(m_measurements->isChecked());
    m_trueSize->setEnabled(!current.isFilm());
    m_trueSize->setToolTip(ui::plainToolTip(
        current.isFilm()
            ? tr("A film printer fits the page to its film: nothing on it has its true size")
            : tr("A millimetre of the body is one on paper, where the image states its spacing")));
    const auto wrong = trouble(current);
    m_consequence->setText(wrong.isEmpty() ? consequence(current) : wrong);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(wrong.isEmpty());
    turnTo(std::min(m_page, current.plan.pageCount() - 1));
}

QString PrintDialog::trouble(const PrintWish &wish) const
{
    if (wish.plan.pictureCount() == 0)
        return tr("No picture is chosen: the first one stands behind the last.");
    if (wish.plan.pageCount() > kMostPages)
        return tr("That is %1 pages; at most %2 are printed at once. Choose more pictures on a page, or "
                  "fewer pictures.")
            .arg(wish.plan.pageCount())
            .arg(kMostPages);
    if (wish.isPdf() && !QDir::isAbsolutePath(wish.pdfPath))
        return tr("Choose the file the pages are written to.");
    if (wish.isPdf() && QFileInfo::exists(wish.pdfPath))
        return tr("A file of that name is there. Choose another name; nothing is overwritten.");
    return {};
}

QString PrintDialog::consequence(const PrintWish &wish) const
{
    const auto recorded = wish.options.hasTexts
        ? tr("The pages name the patient. The print is recorded.")
        : tr("Nobody is named beside the pictures. Look yourself whether a "
             "name is burnt into one. The print is recorded.");
    if (wish.isFilm())
        return recorded + u' '
            + tr("A film that the printer has taken cannot be taken back; it is told film by film.");
    const auto &error = m_places->error();
    return error ? sdk::errorText(*error) + u' ' + recorded : recorded;
}

void PrintDialog::turnTo(int page)
{
    m_page = std::clamp(page, 0, std::max(0, wish().plan.pageCount() - 1));
    makePreview();
}

void PrintDialog::makePreview()
{
    const auto current = wish();
    const int pages = current.plan.pageCount();
    m_back->setEnabled(m_page > 0);
    m_on->setEnabled(m_page + 1 < pages);
    m_pageText->setText(pages > 0 ? tr("Page %1 of %2").arg(m_page + 1).arg(pages) : QString());
    if (pages == 0)
        return m_preview->setPage({}, {});
    auto style = m_style(current);
    style.cell.dotsPerMm = kPreviewDotsPerMm;
    m_maker->make(current.plan, m_page, style);
}

void PrintDialog::showSheet(const std::shared_ptr<const PrintedSheet> &sheet)
{
    m_preview->setPage(document::pageImage(wish().paper, paintOf(sheet), kPreviewDotsPerMm),
                       tr("Preview, page %1").arg(m_page + 1));
}

void PrintDialog::browse()
{
    const auto path = QFileDialog::getSaveFileName(
        this, tr("File for the print"), m_path->text(), tr("PDF files (*.pdf)"), nullptr,
        QFileDialog::DontUseNativeDialog | QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty())
        m_path->setText(QDir::toNativeSeparators(
            path.endsWith(QLatin1String(".pdf")) ? path : path + QStringLiteral(".pdf")));
}

void PrintDialog::accept()
{
    const auto chosen = wish();
    if (!trouble(chosen).isEmpty())
        return;
    QDialog::accept();
    Q_EMIT wished(chosen);
}

} // namespace simiao::viewer
