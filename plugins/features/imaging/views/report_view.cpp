#include "imaging/views/report_view.h"

#include "core/atomic_file.h"
#include "imaging/models/object_words.h"
#include "imaging/report/report_lines.h"
#include "imaging/views/report_document.h"
#include "imaging/views/report_ecg.h"
#include "imaging/views/report_text.h"
#include "sdk/desk.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/state_view.h"

#include <QAction>
#include <QCoroTask>
#include <QFileDialog>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QStackedLayout>
#include <QTextDocument>
#include <QVBoxLayout>

namespace simiao::viewer {

ReportView::ReportView(std::shared_ptr<workflow::ImagingObjects> source,
                       std::shared_ptr<workflow::ImageSource> images,
                       SliceFinder find,
                       QWidget *parent)
    : ThemedWidget(QAccessible::Pane, parent)
    , m_source(std::move(source))
    , m_find(std::move(find))
    , m_notice(new ui::NoticeLine)
    , m_pages(new QWidget)
    , m_blank(new QWidget)
    , m_stack(new QStackedLayout(m_pages))
    , m_images(std::move(images))
    , m_state(new ui::StateView(m_pages))
{
    setObjectName(QStringLiteral("imaging.report"));
    m_notice->setObjectName(QStringLiteral("imaging.report.notice"));
    m_stack->addWidget(m_blank);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_state, 1);
    m_notice->hide();
    m_blank->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_blank);
    m_actions = {make("imaging.reportTree", Qt::SHIFT | Qt::Key_T,
                      [this] {
                          m_text->setTree(!m_text->isTree());
                          followActions();
                      }),
                 make("imaging.reportPrint", QKeySequence::Print, [this] { print(); }),
                 make("imaging.reportSave", QKeySequence::Save, [this] { saveDocument(); })};
    m_actions[0]->setCheckable(true);
    addActions(m_actions);
    connect(m_state, &ui::StateView::actionTriggered, this, &ReportView::read);
    retheme();
    followActions();
}

ReportView::~ReportView()
{
    m_stop.request_stop();
}

QAction *ReportView::make(const char *id, const QKeySequence &key, const std::function<void()> &run)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(id));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void ReportView::show(const workflow::ImagingObject &object)
{
    if (m_object == object)
        return;
    m_object = object;
    read();
}

void ReportView::read()
{
    if (!m_source || !m_object)
        return;
    ++m_generation;
    m_state->setState(ui::ViewState::loading());
    // Nothing of one patient stands under the name of another while the next is read.
    setPage(m_blank);
    m_notice->hide();
    followActions();
    QCoro::connect(m_source->read(*m_object, m_stop.get_token()), this,
                   [this, generation = m_generation](const Content &answer) { take(generation, answer); });
    Q_EMIT changed();
}

void ReportView::take(int generation, const Content &answer)
{
    if (generation != m_generation)
        return;
    if (answer) {
        put(*answer);
        m_state->setState(ui::ViewState::ready());
    } else {
        m_state->setState(ui::ViewState::error(sdk::errorText(answer.error()), {}, tr("Try again"), false));
    }
    followActions();
    Q_EMIT changed();
}

/// Most patients have pictures only: a page is made when the first object of its kind is shown.
template <typename Page>
Page *ReportView::made(Page *&page)
{
    if (!page)
        m_stack->addWidget(page = new Page);
    return page;
}

void ReportView::put(const workflow::ImagingObjectContent &content)
{
    if (const auto *report = std::get_if<imaging::Report>(&content)) {
        made(m_text)->setReport(*report,
                                [this](const imaging::ReferencedImage &picture) { return nameOf(picture); });
        setPage(m_text);
        say(report->defects,
            !report->isVerified && report->sopClassUid != QLatin1String("1.2.840.10008.5.1.4.1.1.88.59"));
    } else if (const auto *waveform = std::get_if<imaging::Waveform>(&content)) {
        made(m_ecg)->setWaveform(std::make_shared<const imaging::Waveform>(*waveform));
        setPage(m_ecg);
        say(waveform->defects, false);
    } else if (const auto *document = std::get_if<workflow::EncapsulatedDocument>(&content)) {
        made(m_document)->setDocument(*document);
        setPage(m_document);
        say({}, false);
    } else if (const auto *state = std::get_if<imaging::PresentationState>(&content)) {
        if (!m_presentation)
            m_stack->addWidget(m_presentation = new ReportPresentation(m_images));
        m_presentation->setState(*state, m_find);
        setPage(m_presentation);
        say(state->defects, false);
    }
}

QString ReportView::nameOf(const imaging::ReferencedImage &picture) const
{
    const int frame = picture.frames.empty() ? 0 : picture.frames.front();
    const auto found = m_find ? m_find(picture.sopInstanceUid, frame) : std::nullopt;
    return found ? found->name : QString();
}

void ReportView::setPage(QWidget *page)
{
    const bool hadFocus = m_pages->isAncestorOf(window()->focusWidget());
    m_stack->setCurrentWidget(page);
    setFocusProxy(page);
    if (hadFocus)
        page->setFocus();
}

void ReportView::say(const std::vector<imaging::Defect> &defects, bool isPreliminary)
{
    m_defects = defects;
    m_isPreliminary = isPreliminary;
    m_notice->setVisible(!defects.empty() || isPreliminary);
    if (!defects.empty())
        m_notice->setNotice(
            {ui::Severity::Warn,
             tr("Not all of it is shown"),
             sdk::errorText({ErrorKind::Corrupt, defects.front().code, defects.front().detail}),
             {},
             {}});
    else if (isPreliminary)
        m_notice->setNotice(
            {ui::Severity::Note, tr("Not verified"), tr("Nobody has verified this report."), {}, {}});
}

QString ReportView::text() const
{
    const auto *page = m_stack->currentWidget();
    if (page == m_blank)
        return {};
    if (page == m_ecg)
        return m_ecg->text();
    if (page == m_presentation)
        return m_presentation->text();
    return page == m_document ? m_document->text() : m_text->text();
}

void ReportView::followActions()
{
    const auto *page = m_stack->currentWidget();
    const bool isText = m_text && page == m_text;
    m_actions[0]->setVisible(isText);
    m_actions[0]->setChecked(isText && m_text->isTree());
    m_actions[1]->setVisible(isText || (m_ecg && page == m_ecg));
    m_actions[2]->setVisible(m_document && page == m_document);
    for (auto *action : m_actions)
        action->setEnabled(action->isVisible());
}

void ReportView::retheme()
{
    setAccessibleName(tr("Report"));
    m_actions[0]->setText(tr("As a tree"));
    m_actions[0]->setToolTip(tr("The report as a tree of its items, or as text"));
    m_actions[1]->setText(tr("Print…"));
    m_actions[1]->setToolTip(tr("Print what is shown"));
    m_actions[2]->setText(tr("Save as…"));
    m_actions[2]->setToolTip(tr("Save the document as a file"));
    if (m_object)
        say(m_defects, m_isPreliminary);
}

void ReportView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.panel);
}

void ReportView::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    const bool isEcg = m_stack->currentWidget() == m_ecg;
    printer->setDocName(m_object ? objectKindName(*m_object) : QString());
    if (isEcg) {
        printer->setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, {}));
        printer->setFullPage(true);
    }
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer, isEcg] {
        if (isEcg)
            return m_ecg->print(*printer);
        QTextDocument document;
        document.setPlainText(m_text->text());
        document.print(printer.get());
    });
    dialog->open();
}

/// The name is ours: a title may hold anything.
void ReportView::saveDocument()
{
    auto *dialog = new QFileDialog(this, tr("Save the document"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const bool isPdf = m_document->document().mimeType == QLatin1String("application/pdf");
    dialog->setDefaultSuffix(isPdf ? QStringLiteral("pdf") : QStringLiteral("bin"));
    dialog->selectFile(QStringLiteral("document"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto written = AtomicFile(systemDisk()).write(path, m_document->document().bytes);
        m_notice->setVisible(true);
        if (written)
            m_notice->setNotice({ui::Severity::Ok, tr("Saved"), path, {}, {}});
        else
            m_notice->setNotice(
                {ui::Severity::Block, tr("Not saved"), sdk::errorText(written.error()), {}, {}});
    });
    dialog->open();
}

} // namespace simiao::viewer
