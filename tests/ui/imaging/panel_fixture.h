#pragma once

#include "imaging/models/image_attachment.h"
#include "imaging/views/imaging_panel.h"
#include "imaging/views/viewport.h"
#include "sdk/visit.h"
#include "support/fake_desk.h"
#include "ui/theme/apply_theme.h"
#include "ui/widgets/link_button.h"

#include <QApplication>
#include <QTest>

namespace simiao::test {

/// A panel in a window, for the visit of the test world's patient.
class PanelFixture
{
public:
    explicit PanelFixture(std::shared_ptr<workflow::ImageSource> source)
    {
        desk.imageSource = std::move(source);
    }

    FakeDesk desk;
    std::unique_ptr<sdk::Visit> visit;
    std::unique_ptr<viewer::ImagingPanel> panel;
    std::shared_ptr<const viewer::ViewerData> data = {}; ///< null: the resources of the program

    const administration::Patient &patient() { return desk.world().patient; }

    /// Studies at these places are on record: study `2.25.1`, which aSeries() belongs to.
    void open(const QStringList &places) { open(places, {QStringLiteral("2.25.1")}, {540, 640}); }

    /// The same with these studies at each place, in a panel of this size.
    void open(const QStringList &places, const QStringList &studies, const QSize &size)
    {
        std::vector<diagnostics::ImagingStudy> recorded;
        for (const auto &place : places) {
            for (const auto &uid : studies) {
                diagnostics::ImagingStudy study;
                study.studyInstanceUid = uid;
                study.endpoint = place;
                recorded.push_back(study);
            }
        }
        openRecord(recorded, size);
    }

    /// The same with studies as they stand on record.
    void openRecord(const std::vector<diagnostics::ImagingStudy> &studies, const QSize &size = {540, 640})
    {
        workflow::VisitRecord record;
        record.patient = patient();
        record.studies = studies;
        panel.reset();
        visit = std::make_unique<sdk::Visit>(&desk, record);
        panel =
            std::make_unique<viewer::ImagingPanel>(visit.get(), std::make_shared<viewer::FrameCache>(), data);
        panel->resize(size);
        panel->show();
        QVERIFY(QTest::qWaitForWindowActive(panel.get()));
        panel->setFocus();
    }

    viewer::Viewport *viewport() const { return panel->findChild<viewer::Viewport *>(); }
    QString stateText() const
    {
        return panel->findChild<ui::StateView *>(QStringLiteral("imaging.state"))
            ->property("text")
            .toString();
    }
    /// Types into whatever has the focus.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// A visible link with this text; null when there is none.
    QAbstractButton *link(const QString &text) const
    {
        for (auto *button : panel->findChildren<ui::LinkButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }
};

} // namespace simiao::test
