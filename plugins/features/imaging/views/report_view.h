#pragma once

#include "imaging/report/content_tree.h"
#include "imaging/views/report_presentation.h"
#include "ui/widgets/themed_widget.h"
#include "workflow/ports/imaging_objects.h"

#include <QPrinter>

#include <optional>

class QAction;
class QStackedLayout;

namespace simiao::ui {
class NoticeLine;
class StateView;
} // namespace simiao::ui

namespace simiao::viewer {

class ReportDocument;
class ReportEcg;
class ReportText;

/// One report, recording or document in place of a picture: reads it and shows it as what it is. \thread GUI
class ReportView : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param source  may be null as long as nothing is shown
    /// \param images, find  for the pictures of presentation states
    ReportView(std::shared_ptr<workflow::ImagingObjects> source,
               std::shared_ptr<workflow::ImageSource> images,
               SliceFinder find,
               QWidget *parent = nullptr);
    ~ReportView() override;

    void show(const workflow::ImagingObject &object);
    const std::optional<workflow::ImagingObject> &shown() const { return m_object; }
    /// Everything that is read, in words.
    QString text() const;
    /// Tree and text, print, save: what applies to what is shown.
    const QList<QAction *> &actions() const { return m_actions; }

Q_SIGNALS:
    void changed();

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;

private:
    using Content = Result<workflow::ImagingObjectContent>;

    QAction *make(const char *id, const QKeySequence &key, const std::function<void()> &run);
    void read();
    void take(int generation, const Content &answer);
    template <typename Page>
    Page *made(Page *&page);
    void put(const workflow::ImagingObjectContent &content);
    QString nameOf(const imaging::ReferencedImage &picture) const;
    void setPage(QWidget *page);
    void say(const std::vector<imaging::Defect> &defects, bool isPreliminary);
    void followActions();
    void print();
    void saveDocument();

    std::shared_ptr<workflow::ImagingObjects> m_source;
    SliceFinder m_find;
    std::optional<workflow::ImagingObject> m_object;
    int m_generation = 0;
    std::stop_source m_stop;
    ui::NoticeLine *m_notice;
    QWidget *m_pages;
    QWidget *m_blank; ///< while nothing is read yet
    QStackedLayout *m_stack;
    std::shared_ptr<workflow::ImageSource> m_images;
    ReportText *m_text = nullptr; ///< pages are null until one of their kind is shown
    ReportEcg *m_ecg = nullptr;
    ReportDocument *m_document = nullptr;
    ReportPresentation *m_presentation = nullptr;
    ui::StateView *m_state;
    QList<QAction *> m_actions;
    bool m_isPreliminary = false;
    std::vector<imaging::Defect> m_defects;
};

} // namespace simiao::viewer
