#include "shell/help_page.h"

#include "ui/theme/simiao_style.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/panel_header.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

constexpr int kListWidth = 280;
constexpr int kTextWidth = 760; // longer lines are hard to read
constexpr int kCellPadding = 4;
constexpr int kHeadingAir = 12;
constexpr int kParagraphAir = 4;

/// Shows Markdown; loads no picture, no style, nothing from a network.
class PlainBrowser : public QTextBrowser
{
public:
    PlainBrowser() { setLineWrapMode(FixedPixelWidth); }

    QVariant loadResource(int, const QUrl &) override { return {}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QTextBrowser::resizeEvent(event);
        setLineWrapColumnOrWidth(std::min(kTextWidth, viewport()->width()));
    }
};

/// Air above headings and below paragraphs, which Markdown leaves to the reader.
void drawAir(QTextDocument &document)
{
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        auto format = block.blockFormat();
        if (cursor.currentTable() || block.textList())
            continue;
        const int level = format.headingLevel();
        format.setTopMargin(level > 1 ? kHeadingAir : 0);
        format.setBottomMargin(kParagraphAir);
        cursor.setBlockFormat(format);
    }
}

/// Keys are set in another type than the words beside them: the middle is what lines up.
void alignCells(const QTextTable &table)
{
    for (int row = 0; row < table.rows(); ++row) {
        for (int column = 0; column < table.columns(); ++column) {
            auto cell = table.cellAt(row, column);
            auto format = cell.format();
            format.setVerticalAlignment(QTextCharFormat::AlignMiddle);
            cell.setFormat(format);
        }
    }
}

/// One hairline between the rows, as everywhere else in the program.
void drawQuietTables(const QTextDocument &document, const QColor &line)
{
    for (auto *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        auto format = table->format();
        format.setBorder(1);
        format.setBorderBrush(line);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setCellSpacing(0);
        format.setCellPadding(kCellPadding);
        table->setFormat(format);
        alignCells(*table);
    }
}

} // namespace

HelpPage::HelpPage(const QString &folder, const QString &id, QWidget *parent)
    : QWidget(parent)
    , m_folder(folder)
    , m_current(id)
    , m_library(folder, QLocale().name())
    , m_header(new ui::PanelHeader({}))
    , m_close(new ui::LinkButton({}))
    , m_find(new QLineEdit)
    , m_titles(new QListWidget)
    , m_text(new PlainBrowser)
{
    setObjectName(u"help.page"_s);
    m_find->setObjectName(u"help.find"_s);
    m_titles->setObjectName(u"help.titles"_s);
    m_text->setObjectName(u"help.text"_s);
    m_text->setOpenLinks(false);
    setFocusProxy(m_find);
    layOut();
    m_find->installEventFilter(this);
    connect(m_find, &QLineEdit::textChanged, this, &HelpPage::list);
    connect(m_titles, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            show(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &link) { show(link.path().section(u'.', 0, 0)); });
    connect(m_close, &ui::LinkButton::clicked, this, &HelpPage::closed);
    translate();
}

void HelpPage::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_header->addTrailing(m_close);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(rhythm.gap, rhythm.gap, rhythm.gap, 0);
    column->addWidget(m_find);
    column->addWidget(m_titles, 1);
    m_titles->setFrameShape(QFrame::NoFrame);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(rhythm.margin * 2);
    auto *halves = new QSplitter(Qt::Horizontal);
    halves->setObjectName(u"help.halves"_s);
    halves->addWidget(left);
    halves->addWidget(m_text);
    halves->setStretchFactor(1, 1);
    halves->setSizes({kListWidth, kTextWidth});
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_header);
    rows->addWidget(halves, 1);
}

void HelpPage::translate()
{
    m_header->setTitle(tr("Help"));
    m_close->setText(tr("Back (Esc)"));
    m_find->setPlaceholderText(tr("Search the help"));
    m_find->setAccessibleName(tr("Search the help"));
    m_titles->setAccessibleName(tr("Pages"));
    m_text->setAccessibleName(tr("Page"));
    list();
    show(m_current);
}

void HelpPage::list()
{
    const QSignalBlocker blocker(m_titles);
    m_titles->clear();
    for (const auto &id : m_library.search(m_find->text())) {
        auto *item = new QListWidgetItem(m_library.page(id)->title, m_titles);
        item->setData(Qt::UserRole, id);
        if (id == m_current)
            m_titles->setCurrentItem(item);
    }
    if (!m_find->text().isEmpty() && m_titles->count() > 0) {
        m_titles->setCurrentRow(0);
        show(m_titles->item(0)->data(Qt::UserRole).toString());
    }
}

void HelpPage::show(const QString &id)
{
    const auto *page = m_library.page(id);
    if (!page)
        return m_text->setPlainText(tr("There is no help for this place yet."));
    m_current = id;
    m_text->setMarkdown(page->markdown);
    QTextCursor all(m_text->document());
    all.beginEditBlock(); // laid out once, not for each cell
    drawAir(*m_text->document());
    drawQuietTables(*m_text->document(), ui::SimiaoStyle::tokens(this).colours.line);
    all.endEditBlock();
}

void HelpPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_library = HelpLibrary(m_folder, QLocale().name());
        translate();
    }
}

void HelpPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

/// From the search field the arrows go through the pages.
bool HelpPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_find || event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Return)
        return false;
    m_titles->setFocus(Qt::TabFocusReason);
    if (m_titles->currentRow() < 0)
        m_titles->setCurrentRow(0);
    return true;
}

QStringList namesAround(const QWidget *widget)
{
    QStringList names;
    for (; widget; widget = widget->parentWidget()) {
        if (!widget->objectName().isEmpty())
            names.append(widget->objectName());
    }
    return names;
}

} // namespace simiao::shell
