#include "admin/views/devices_section.h"

#include "admin/models/device_words.h"
#include "admin/views/device_form.h"
#include "admin/views/devices_panel.h"
#include "admin/views/notices.h"
#include "admin/views/page_preview.h"
#include "admin/views/path_field.h"
#include "admin/views/scan_trial.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/loading_bar.h"
#include "ui/widgets/separator.h"

#include <QAction>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace simiao::admin {

namespace {

constexpr int kFormWidth = 380;

} // namespace

DevicesSection::DevicesSection(sdk::Desk *desk, std::shared_ptr<document::Printers> printers, QWidget *parent)
    : Section(desk, parent)
    , m_list(new DeviceList(desk, this))
    , m_work(new DeviceWork(desk, m_list, this))
    , m_print(new TestPrint(desk, std::move(printers), this))
    , m_panel(new DevicesPanel(m_list))
    , m_preview(new PagePreview)
    , m_trial(new ScanTrial)
    , m_left(new QStackedWidget)
    , m_form(new DeviceForm(desk, m_work, m_print))
    , m_path(new PathField(desk, QStringLiteral("test-page"), QStringLiteral(".pdf")))
    , m_pathRow(new ui::LabelRow({}, m_path))
    , m_bar(new ui::LoadingBar)
    , m_notice(new ui::NoticeLine)
{
    setObjectName(QStringLiteral("admin.devices"));
    m_path->setObjectName(QStringLiteral("admin.devices.path"));
    m_notice->setObjectName(QStringLiteral("admin.devices.notice"));
    leaveByEscape(m_path);
    m_notice->installEventFilter(this);
    makeActions();
    layOut();
    connectParts();
    retranslate();
}

void DevicesSection::makeActions()
{
    m_save = addCommand(QStringLiteral("admin.devices.save"), QStringLiteral("F9"));
    m_new = addCommand(QStringLiteral("admin.devices.new"), QStringLiteral("F4"));
    m_view = addCommand(QStringLiteral("admin.devices.view"), QStringLiteral("F6"));
    m_test = addCommand(QStringLiteral("admin.devices.printTest"), QStringLiteral("F8"));
    m_pdf = addCommand(QStringLiteral("admin.devices.savePdf"), QStringLiteral("Shift+F8"));
    m_withdraw = addCommand(QStringLiteral("admin.devices.withdraw"), QStringLiteral("F7"));
    m_clear = addCommand(QStringLiteral("admin.devices.clear"), QStringLiteral("Shift+F4"));
    m_reload = addCommand(QStringLiteral("admin.devices.reload"), QStringLiteral("F5"));
}

void DevicesSection::layOut()
{
    for (auto *page : QWidgetList{m_panel, m_preview, m_trial})
        m_left->addWidget(page);
    auto *right = makeRight();
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setObjectName(QStringLiteral("admin.devices.columns"));
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_left);
    columns->addWidget(right);
    columns->setStretchFactor(0, 1);
    columns->setSizes({width(), kFormWidth});
    right->setMinimumWidth(kFormWidth);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(columns, 1);
    rows->addWidget(m_bar);
    rows->addWidget(new ui::Separator(Qt::Horizontal));
    rows->addWidget(actionBar({m_save, m_new, m_view, m_test, m_pdf, m_withdraw, m_clear}, true));
}

QWidget *DevicesSection::makeRight() const
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *right = new QWidget;
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.margin, rhythm.gap, rhythm.gap, 0);
    aired->addWidget(m_notice);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(0, 0, rhythm.gap, rhythm.gap);
    below->addWidget(m_pathRow);
    below->addLayout(aired);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_form, 1);
    column->addLayout(below);
    return right;
}

void DevicesSection::connectParts()
{
    connect(m_save, &QAction::triggered, m_work, &DeviceWork::submit);
    connect(m_new, &QAction::triggered, this, &DevicesSection::enterNew);
    connect(m_view, &QAction::triggered, this, &DevicesSection::toggleView);
    connect(m_test, &QAction::triggered, this, [this] {
        if (const auto values = m_work->values())
            m_print->print(*values);
    });
    connect(m_pdf, &QAction::triggered, this, [this] {
        if (const auto values = m_work->values())
            m_print->save(*values, m_path->path());
    });
    connect(m_path, &QLineEdit::returnPressed, m_pdf, &QAction::trigger);
    connect(m_withdraw, &QAction::triggered, m_work, &DeviceWork::withdraw);
    connect(m_clear, &QAction::triggered, this, [this] {
        m_work->giveUp();
        enter();
    });
    connect(m_reload, &QAction::triggered, m_list, &DeviceList::reload);
    connect(m_reload, &QAction::triggered, m_print, &TestPrint::findPrinters);
    connect(m_panel, &DevicesPanel::passedStart, this, &Section::left);
    connect(m_panel, &DevicesPanel::passedEnd, m_form, &DeviceForm::enter);
    connect(m_panel, &DevicesPanel::retried, m_list, &DeviceList::reload);
    connect(m_trial, &ScanTrial::left, this, &DevicesSection::enter);
    connect(m_form, &DeviceForm::passedStart, this, &DevicesSection::enter);
    connect(m_form, &DeviceForm::passedEnd, m_work, &DeviceWork::submit);
    connect(m_notice, &ui::NoticeLine::triggered, this, &DevicesSection::answer);
    connect(m_work, &DeviceWork::valuesChanged, m_print, &TestPrint::forget);
    connect(m_work, &DeviceWork::saved, this, &DevicesSection::enter);
    connect(m_work, &DeviceWork::refused, m_form, &DeviceForm::enterFault);
    connect(m_print, &TestPrint::refused, m_form, &DeviceForm::enterFault);
    for (auto changed :
         {&DevicesSection::showNotice, &DevicesSection::showPreview, &DevicesSection::offerActions})
        connect(m_work, &DeviceWork::changed, this, changed);
    connect(m_print, &TestPrint::changed, this, &DevicesSection::showNotice);
}

void DevicesSection::enter()
{
    m_left->setCurrentWidget(m_panel);
    m_panel->enter();
    offerActions();
}

void DevicesSection::enterNew()
{
    m_work->startNew();
    m_left->setCurrentWidget(m_panel);
    m_form->enter();
}

void DevicesSection::toggleView()
{
    const auto values = m_work->values();
    if (m_left->currentWidget() != m_panel || !values)
        return enter();
    if (isPrinter(values->role)) {
        m_form->enter(); // before the list that has the focus goes
        m_left->setCurrentWidget(m_preview);
        showPreview();
    } else {
        m_left->setCurrentWidget(m_trial);
        m_trial->enter(values->deviceName);
    }
    offerActions();
}

/// It follows each key, so that an offset can be seen while it is typed.
void DevicesSection::showPreview()
{
    const auto values = m_work->values();
    if (m_left->currentWidget() != m_preview || !values)
        return;
    const auto page = testPageOf(*values, *desk());
    m_preview->setPage(document::pageSetupOf(*values), document::paintOf(page),
                       tr("Test page of %1").arg(values->deviceName));
}

void DevicesSection::showNotice()
{
    if (m_print->isRunning())
        m_bar->setPercent(-1);
    else
        m_bar->setIdle();
    const auto first = m_work->notice();
    put(m_notice, first.lead.isEmpty() ? m_print->notice(m_work->values()) : first);
    const auto answers = m_notice->findChildren<ui::LinkButton *>();
    if (!first.actions.isEmpty() && !answers.isEmpty())
        answers.last()->setFocus(Qt::OtherFocusReason); // Enter without reading withdraws nothing
}

/// Escape at the question is the answer that changes nothing.
bool DevicesSection::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEscape =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (watched != m_notice || !isEscape)
        return Section::eventFilter(watched, event);
    answer(1);
    return true;
}

void DevicesSection::answer(int index)
{
    if (index == 0)
        m_work->withdraw();
    else
        m_work->keep();
    enter();
}

void DevicesSection::offerActions()
{
    const auto values = m_work->values();
    const auto device = m_work->recorded();
    const bool isOfPrinter = values && isPrinter(values->role);
    const bool isInList = m_left->currentWidget() == m_panel;
    m_save->setEnabled(m_work->isTyped());
    m_clear->setEnabled(m_work->isTyped() || m_work->isNew());
    m_view->setEnabled(values.has_value());
    if (!isInList)
        m_view->setText(tr("Back to the list"));
    else
        m_view->setText(isOfPrinter || !values ? tr("Preview") : tr("Try it"));
    m_test->setEnabled(isOfPrinter);
    m_pdf->setEnabled(isOfPrinter);
    m_pathRow->setVisible(isOfPrinter);
    m_withdraw->setEnabled(device.has_value());
    m_withdraw->setText(device && !device->isActive ? tr("Use again") : tr("Withdraw"));
}

void DevicesSection::retranslate()
{
    m_save->setText(tr("Save"));
    m_new->setText(tr("Another desk"));
    m_test->setText(tr("Print test page"));
    m_pdf->setText(tr("Save as PDF"));
    m_clear->setText(tr("Clear the entry"));
    m_reload->setText(tr("Read desks and printers again"));
    m_save->setToolTip(tr("Stores what is typed for this line"));
    m_new->setToolTip(tr("Enters a device for a desk that is not in the list"));
    m_view->setToolTip(tr("Shows the test page, or a field to try a scanner in"));
    m_test->setToolTip(tr("Prints one page with rulers on this computer, with what is typed"));
    m_pdf->setToolTip(tr("Writes the same page into a file"));
    m_withdraw->setToolTip(tr("Takes the device from the desk; it stays on record"));
    m_pathRow->setLabel(tr("File of the PDF"));
    ui::LabelRow::align({m_pathRow});
    m_list->retranslate();
    m_panel->retranslate();
    m_trial->retranslate();
    m_form->retranslate();
    m_print->forget();
    showNotice();
    showPreview();
    offerActions();
}

} // namespace simiao::admin
