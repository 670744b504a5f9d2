#include "admin/views/device_form.h"

#include "admin/models/device_words.h"
#include "admin/views/field_chain.h"
#include "admin/views/length_field.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::admin {

using administration::DeskDevice;
using administration::DeviceRole;
using administration::PaperOrientation;
using administration::PaperSize;

namespace {

constexpr qsizetype kFirstOfPaper = 3; ///< place of the first row that only printers have

/// The sizes that some use usually has, each once.
std::vector<PaperSize> usualSizes()
{
    std::vector<PaperSize> sizes;
    for (std::size_t role = 0; role < kCodes<DeviceRole>.size(); ++role) {
        const auto size = administration::usualPaper(DeviceRole(role));
        if (size != PaperSize{} && std::ranges::find(sizes, size) == sizes.end())
            sizes.push_back(size);
    }
    return sizes;
}

PaperSize sizeOf(const DeskDevice &values)
{
    return {values.paperWidthTenthMm, values.paperHeightTenthMm};
}

} // namespace

DeviceForm::DeviceForm(sdk::Desk *desk, DeviceWork *work, TestPrint *print, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_work(work)
    , m_print(print)
    , m_header(new ui::PanelHeader({}))
    , m_workstation(new QLineEdit)
    , m_use(new QComboBox)
    , m_device(new QComboBox)
    , m_paper(new QComboBox)
    , m_width(new LengthField(QStringLiteral("admin.devices.width"), administration::kPaperTenthMm))
    , m_height(new LengthField(QStringLiteral("admin.devices.height"), administration::kPaperTenthMm))
    , m_right(new LengthField(QStringLiteral("admin.devices.right"), administration::kOffsetTenthMm))
    , m_down(new LengthField(QStringLiteral("admin.devices.down"), administration::kOffsetTenthMm))
    , m_orientation(new QComboBox)
    , m_copies(new QSpinBox)
{
    nameFields();
    layOut();
    connectFields();
    connect(work, &DeviceWork::changed, this, &DeviceForm::follow);
    connect(print, &TestPrint::changed, this, &DeviceForm::showPrinters);
    retranslate();
}

void DeviceForm::nameFields()
{
    m_workstation->setObjectName(QStringLiteral("admin.devices.workstation"));
    m_use->setObjectName(QStringLiteral("admin.devices.use"));
    m_device->setObjectName(QStringLiteral("admin.devices.device"));
    m_paper->setObjectName(QStringLiteral("admin.devices.paper"));
    m_orientation->setObjectName(QStringLiteral("admin.devices.orientation"));
    m_copies->setObjectName(QStringLiteral("admin.devices.copies"));
    m_copies->setRange(administration::kCopies.least, administration::kCopies.most);
    m_device->setEditable(true);
    m_device->setInsertPolicy(QComboBox::NoInsert);
    m_device->setCompleter(nullptr); // it would put in what nobody typed
    for (std::size_t role = 0; role < kCodes<DeviceRole>.size(); ++role)
        m_use->addItem(QString());
    for (std::size_t way = 0; way < kCodes<PaperOrientation>.size(); ++way)
        m_orientation->addItem(QString());
}

void DeviceForm::layOut()
{
    const QWidgetList fields{m_workstation, m_use,   m_device, m_paper,       m_width,
                             m_height,      m_right, m_down,   m_orientation, m_copies};
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *form = new QWidget;
    auto *rows = new QVBoxLayout(form);
    rows->setContentsMargins(0, rhythm.gap, rhythm.gap, rhythm.gap);
    rows->setSpacing(rhythm.gapSmall);
    for (auto *field : fields) {
        m_rows.append(new ui::LabelRow({}, field));
        rows->addWidget(m_rows.back());
    }
    for (auto *number : form->findChildren<QAbstractSpinBox *>())
        number->setMaximumHeight(rhythm.input); // as high as the fields beside them
    rows->addStretch(1);
    m_state = new ui::StateView(form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state, 1);
    m_chain = new FieldChain(fields, this);
}

void DeviceForm::connectFields()
{
    connect(m_chain, &FieldChain::passedStart, this, &DeviceForm::passedStart);
    connect(m_chain, &FieldChain::passedEnd, this, &DeviceForm::passedEnd);
    connect(m_workstation, &QLineEdit::textEdited, this, &DeviceForm::report);
    connect(m_device, &QComboBox::editTextChanged, this, &DeviceForm::report);
    connect(m_paper, &QComboBox::currentIndexChanged, this, &DeviceForm::choosePaper);
    for (auto *choice : {m_use, m_orientation})
        connect(choice, &QComboBox::currentIndexChanged, this, &DeviceForm::report);
    for (auto *length : {m_width, m_height, m_right, m_down})
        connect(length, &QDoubleSpinBox::valueChanged, this, &DeviceForm::report);
    connect(m_copies, &QSpinBox::valueChanged, this, &DeviceForm::report);
}

void DeviceForm::enter()
{
    m_chain->enter();
}

void DeviceForm::enterFault()
{
    const auto *fault = m_work->fault() ? m_work->fault() : m_print->fault();
    const QString code = fault ? fault->code : QString();
    if (code == QLatin1StringView("device.paper"))
        m_width->setFocus(Qt::OtherFocusReason);
    else if (code == QLatin1StringView("device.workstation-missing") && m_work->isNew())
        m_workstation->setFocus(Qt::OtherFocusReason);
    else
        m_device->setFocus(Qt::OtherFocusReason);
}

void DeviceForm::retranslate()
{
    m_isShowing = true;
    const QStringList labels{tr("Desk"),        tr("Use"),    tr("Printer"),    tr("Paper"),
                             tr("Width"),       tr("Height"), tr("Move right"), tr("Move down"),
                             tr("Orientation"), tr("Copies")};
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        m_rows.at(row)->setLabel(labels.at(row));
    ui::LabelRow::align(m_rows);
    for (int role = 0; role < m_use->count(); ++role)
        m_use->setItemText(role, DeviceWords::use(DeviceRole(role), *m_desk));
    for (int way = 0; way < m_orientation->count(); ++way)
        m_orientation->setItemText(way, DeviceWords::orientation(PaperOrientation(way)));
    m_workstation->setPlaceholderText(tr("name of its computer"));
    m_right->setToolTip(tr("Everything is printed so much further right; less than nothing: left"));
    m_down->setToolTip(tr("Everything is printed so much further down; less than nothing: up"));
    showPapers();
    m_isShowing = false;
    follow();
}

void DeviceForm::follow()
{
    const auto values = m_work->values();
    showPrinters();
    if (values)
        show(*values);
    m_header->setTitle(values ? titleOf(*values) : QString());
    m_state->setState(values ? ui::ViewState::ready()
                             : ui::ViewState::empty(tr("Nothing chosen"),
                                                    tr("Choose a line at the left, or enter another desk.")));
}

QString DeviceForm::titleOf(const DeskDevice &values) const
{
    if (m_work->isNew())
        return tr("Another desk");
    const auto title =
        QStringLiteral("%1 · %2").arg(values.workstation, DeviceWords::use(values.role, *m_desk));
    return m_work->isTyped() ? tr("%1, not saved").arg(title) : title;
}

void DeviceForm::show(const DeskDevice &values)
{
    m_isShowing = true;
    if (m_workstation->text() != values.workstation)
        m_workstation->setText(values.workstation);
    m_use->setCurrentIndex(int(values.role));
    if (m_device->currentText() != values.deviceName)
        m_device->setEditText(values.deviceName);
    if (isPrinter(values.role)) {
        m_width->setTenthMm(values.paperWidthTenthMm);
        m_height->setTenthMm(values.paperHeightTenthMm);
        m_right->setTenthMm(values.offsetXTenthMm);
        m_down->setTenthMm(values.offsetYTenthMm);
        m_orientation->setCurrentIndex(int(values.orientation));
        m_copies->setValue(values.copies);
        const auto sizes = usualSizes();
        const auto size = std::ranges::find(sizes, sizeOf(values));
        m_paper->setCurrentIndex(int(size - sizes.begin()));
    }
    showOpen(values);
    m_isShowing = false;
}

/// What cannot be changed now is to be read: no stop for Tab or Enter.
void DeviceForm::showOpen(const DeskDevice &values)
{
    const bool hasPaper = isPrinter(values.role);
    m_workstation->setReadOnly(!m_work->isNew());
    m_workstation->setFocusPolicy(m_work->isNew() ? Qt::StrongFocus : Qt::NoFocus);
    m_use->setEnabled(m_work->isNew());
    m_rows.at(kFirstOfPaper - 1)->setLabel(hasPaper ? tr("Printer") : tr("Port or id"));
    for (qsizetype row = kFirstOfPaper; row < m_rows.size(); ++row) {
        m_rows.at(row)->setEnabled(hasPaper); // a field that is off is no stop
        m_rows.at(row)->setVisible(hasPaper);
    }
}

/// Only printers are known by name to a system; of all else nothing is offered.
void DeviceForm::showPrinters()
{
    const auto values = m_work->values();
    const bool isOfPrinter = !values || isPrinter(values->role);
    const auto offered = isOfPrinter ? m_print->installed() : QStringList();
    QStringList shown;
    for (int row = 0; row < m_device->count(); ++row)
        shown.append(m_device->itemText(row));
    m_device->lineEdit()->setPlaceholderText(isOfPrinter ? tr("choose one or type a name")
                                                         : tr("such as usb:05e0:1200 or COM3"));
    if (shown == offered)
        return;
    m_isShowing = true;
    const QString typed = m_device->currentText();
    m_device->clear();
    m_device->addItems(offered);
    m_device->setCurrentIndex(-1);
    m_device->setEditText(typed);
    m_isShowing = false;
}

void DeviceForm::showPapers()
{
    const int before = m_paper->currentIndex();
    m_paper->clear();
    for (const auto &size : usualSizes())
        m_paper->addItem(DeviceWords::paper(size, *m_desk));
    m_paper->addItem(tr("other"));
    m_paper->setCurrentIndex(before);
}

void DeviceForm::choosePaper(int index)
{
    const auto sizes = usualSizes();
    if (m_isShowing || index < 0 || index >= int(sizes.size()))
        return;
    auto values = m_work->values();
    if (!values)
        return;
    values->paperWidthTenthMm = sizes.at(std::size_t(index)).widthTenthMm;
    values->paperHeightTenthMm = sizes.at(std::size_t(index)).heightTenthMm;
    m_work->setValues(*values);
}

void DeviceForm::report()
{
    auto values = m_work->values();
    if (m_isShowing || !values)
        return;
    values->workstation = m_workstation->text();
    values->role = DeviceRole(m_use->currentIndex());
    values->deviceName = m_device->currentText();
    if (isPrinter(values->role)) {
        values->paperWidthTenthMm = m_width->tenthMm();
        values->paperHeightTenthMm = m_height->tenthMm();
        values->offsetXTenthMm = m_right->tenthMm();
        values->offsetYTenthMm = m_down->tenthMm();
        values->orientation = PaperOrientation(m_orientation->currentIndex());
        values->copies = m_copies->value();
    }
    m_work->setValues(*values);
}

} // namespace simiao::admin
