#pragma once

#include "admin/models/device_work.h"
#include "admin/models/test_print.h"
#include "admin/views/section.h"

class QStackedWidget;

namespace simiao::ui {
class LabelRow;
class LoadingBar;
class NoticeLine;
} // namespace simiao::ui

namespace simiao::admin {

class DeviceForm;
class DevicesPanel;
class PagePreview;
class PathField;
class ScanTrial;

/// What desks print on and read with. Left: the desks, in their place the preview of a test page or the trial of a scanner;
/// right: what the open line is set up with.
class DevicesSection : public Section
{
    Q_OBJECT

public:
    explicit DevicesSection(sdk::Desk *desk,
                            std::shared_ptr<document::Printers> printers = document::systemPrinters(),
                            QWidget *parent = nullptr);

    void enter() override;
    void retranslate() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void layOut();
    QWidget *makeRight() const;
    void connectParts();
    void enterNew();
    /// Preview or trial in place of the list, or the list again.
    void toggleView();
    void showPreview();
    void showNotice();
    void answer(int index);
    void offerActions();

    DeviceList *m_list;
    DeviceWork *m_work;
    TestPrint *m_print;
    DevicesPanel *m_panel;
    PagePreview *m_preview;
    ScanTrial *m_trial;
    QStackedWidget *m_left;
    DeviceForm *m_form;
    PathField *m_path;
    ui::LabelRow *m_pathRow;
    ui::LoadingBar *m_bar;
    ui::NoticeLine *m_notice;
    QAction *m_save = nullptr;
    QAction *m_new = nullptr;
    QAction *m_view = nullptr;
    QAction *m_test = nullptr;
    QAction *m_pdf = nullptr;
    QAction *m_withdraw = nullptr;
    QAction *m_clear = nullptr;
    QAction *m_reload = nullptr;
};

} // namespace simiao::admin
