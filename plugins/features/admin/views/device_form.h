#pragma once

#include "admin/models/device_work.h"
#include "admin/models/test_print.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace simiao::ui {
class LabelRow;
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::admin {

class FieldChain;
class LengthField;

/// What the open line is set up with: device, paper, where on it printing begins. Desk and use can be typed for a new line
/// only. Enter moves on and in the last field stores; Escape steps back.
class DeviceForm : public QWidget
{
    Q_OBJECT

public:
    DeviceForm(sdk::Desk *desk, DeviceWork *work, TestPrint *print, QWidget *parent = nullptr);

    /// The focus in the first field that can be typed in.
    void enter();
    /// … where what is wrong is mended.
    void enterFault();
    void retranslate();

Q_SIGNALS:
    void passedStart();
    void passedEnd();

private:
    void nameFields();
    void connectFields();
    void layOut();
    void follow();
    void show(const administration::DeskDevice &values);
    void showOpen(const administration::DeskDevice &values);
    void showPrinters();
    void showPapers();
    void choosePaper(int index);
    /// What stands in the fields now.
    void report();
    QString titleOf(const administration::DeskDevice &values) const;

    sdk::Desk *m_desk;
    DeviceWork *m_work;
    TestPrint *m_print;
    ui::PanelHeader *m_header;
    QLineEdit *m_workstation;
    QComboBox *m_use;
    QComboBox *m_device;
    QComboBox *m_paper;
    LengthField *m_width;
    LengthField *m_height;
    LengthField *m_right;
    LengthField *m_down;
    QComboBox *m_orientation;
    QSpinBox *m_copies;
    QList<ui::LabelRow *> m_rows; ///< in the order of the fields
    ui::StateView *m_state = nullptr;
    FieldChain *m_chain = nullptr;
    bool m_isShowing = false; ///< what changes is no entry
};

} // namespace simiao::admin
