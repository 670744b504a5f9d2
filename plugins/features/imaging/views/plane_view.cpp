#include "imaging/views/plane_view.h"

#include "imaging/models/lossy_words.h"
#include "imaging/models/pet_words.h"
#include "imaging/models/volume_words.h"
#include "ui/theme/paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

using namespace imaging;

namespace {

// Seen on black in every theme; the letters at the lines say the same without colour.
QColor colourOf(PlaneKind plane)
{
    switch (plane) {
    case PlaneKind::Axial: return {0xFF, 0x8A, 0x80};
    case PlaneKind::Coronal: return {0x80, 0xE2, 0x9A};
    case PlaneKind::Sagittal: return {0x7F, 0xB8, 0xFF};
    }
    return {};
}

QString nameOf(PlaneKind plane)
{
    switch (plane) {
    case PlaneKind::Axial: return QStringLiteral("imaging.mpr.axial");
    case PlaneKind::Coronal: return QStringLiteral("imaging.mpr.coronal");
    case PlaneKind::Sagittal: return QStringLiteral("imaging.mpr.sagittal");
    }
    return {};
}

} // namespace

PlaneView::PlaneView(VolumeStage *stage,
                     FusionStage *fusion,
                     PlaneKind kind,
                     std::shared_ptr<QThreadPool> pool,
                     const QString &mrn,
                     QWidget *parent)
    : ThemedWidget(QAccessible::Graphic, parent)
    , m_stage(stage)
    , m_fusion(fusion)
    , m_kind(kind)
    , m_renderer(new PlaneRenderer(pool, this))
    , m_fusionRenderer(new PlaneRenderer(std::move(pool), this))
    , m_mrn(mrn)
{
    setObjectName(nameOf(kind));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(stage, &VolumeStage::changed, this, &PlaneView::follow);
    connect(stage, &VolumeStage::fitted, this, [this] { m_panMm = {}; });
    connect(fusion, &FusionStage::changed, this, &PlaneView::follow);
    connect(m_renderer, &PlaneRenderer::rendered, this, &PlaneView::take);
    connect(m_fusionRenderer, &PlaneRenderer::rendered, this, &PlaneView::takeFusion);
    retheme();
}

void PlaneView::retheme()
{
    setAccessibleName(planeText());
    update();
}

void PlaneView::setFitScale(double mm)
{
    m_fitMm = mm;
    follow();
}

PlaneLens PlaneView::lens() const
{
    const auto &planes = m_stage->planes();
    const auto &orientation = planes.orientation(m_kind);
    const auto normal = orientation.normal();
    const auto centre = m_stage->volume() ? m_stage->volume()->geometry().centre() : planes.centre();
    // The picture stays where it is while the cross moves in it.
    const auto middle = centre + normal * dot(planes.centre() - centre, normal)
        + orientation.alongRow * m_panMm.x() + orientation.alongColumn * m_panMm.y();
    return {middle, orientation, m_fitMm / m_stage->zoom(), size()};
}

void PlaneView::follow()
{
    if (m_stage->volume()) {
        reveal();
        ask();
        askFusion();
        if (m_frame)
            m_picture.update(m_frame, m_stage->displayOf(*m_frame));
    }
    setAccessibleDescription(text() + QStringLiteral("; ") + measureText());
    update();
}

/// A cross that another plane moved out of sight takes the picture along.
void PlaneView::reveal()
{
    constexpr double kAir = 16;
    if (m_drag == Drag::Pan)
        return;
    const auto seen = lens();
    const auto at = seen.toView(m_stage->planes().centre());
    const auto room = QRectF(rect()).adjusted(kAir, kAir, -kAir, -kAir);
    const QPointF nearest(std::clamp(at.x(), room.left(), std::max(room.left(), room.right())),
                          std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom())));
    m_panMm += (at - nearest) * seen.mmPerPixel();
}

void PlaneView::ask()
{
    const auto wanted = lens();
    const bool isSame = m_hasAsked && wanted.grid(1) == m_asked.grid(1) && m_askedSlab == m_stage->slab();
    if (isSame || width() < 1 || height() < 1)
        return;
    m_asked = wanted;
    m_askedSlab = m_stage->slab();
    m_hasAsked = true;
    m_renderer->request({m_stage->volume(), wanted, m_stage->slab(), devicePixelRatioF()});
}

void PlaneView::take(FramePtr frame, const PlaneLens &lens, double pixels)
{
    m_frame = std::move(frame);
    m_frameLens = lens;
    m_framePixels = pixels;
    m_picture.update(m_frame, m_stage->displayOf(*m_frame));
    update();
}

CornerTexts PlaneView::corners() const
{
    CornerFacts facts{.series = m_stage->series(), .frame = m_frame, .display = {}, .mrn = m_mrn};
    if (m_frame)
        facts.display = m_stage->displayOf(*m_frame);
    auto texts = cornerTexts(facts);
    // Beside a whole axial plane the name is enough; one that stands alone says all.
    constexpr int kLarge = 480; // px
    if (m_kind != PlaneKind::Axial && width() < kLarge)
        texts.topLeft = texts.topLeft.first(std::min<qsizetype>(1, texts.topLeft.size()));
    texts.topRight = {planeText()};
    const auto window = texts.bottomLeft.isEmpty() ? QString() : texts.bottomLeft.last();
    texts.bottomLeft = {slabLine()};
    if (m_frame)
        texts.bottomLeft.append(window);
    if (m_fusionFrame)
        addFusionTexts(texts);
    const auto doubts = this->doubts();
    texts.bottomLeft = doubts + texts.bottomLeft;
    texts.whole += doubts;
    texts.bottomRight = {tr("%1 mm").arg(scaleBarMm(lens().mmPerPixel(), width()))};
    texts.edges = edgeLetters(m_stage->planes().orientation(m_kind));
    return texts;
}

/// What must not be overlooked about the plane's values and shape.
QStringList PlaneView::doubts() const
{
    QStringList doubts;
    const auto volume = m_stage->volume();
    if (volume && volume->facts().isUneven)
        doubts.append(tr("UNEVEN SPACING"));
    if (volume && hasGaps(volume->facts()))
        doubts.append(tr("GAPS BETWEEN SLICES"));
    if (!m_frame)
        return doubts;
    if (m_stage->isStateLeftOut(*m_frame))
        doubts.append(tr("Presentation state NOT APPLIED"));
    if (const auto attenuation = attenuationText(m_frame->facts().pet); !attenuation.isEmpty())
        doubts.append(attenuation);
    if (m_frame->facts().lossy)
        doubts.append(lossyText(*m_frame->facts().lossy));
    return doubts;
}

QString PlaneView::planeText() const
{
    return planeName(m_kind, m_stage->volume() && m_stage->planes().isOblique(m_kind));
}

QString PlaneView::text() const
{
    const auto texts = corners();
    return (texts.topLeft + texts.topRight + texts.bottomLeft + texts.bottomRight).join(QStringLiteral("; "));
}

QString PlaneView::edgeText() const
{
    const auto edges = edgeLetters(m_stage->planes().orientation(m_kind));
    return QStringList{edges.left, edges.right, edges.top, edges.bottom}.join(u' ');
}

QString PlaneView::measureText() const
{
    QStringList spoken;
    for (const auto &drawn : lengths(lens()))
        spoken.append(drawn.lines.join(QStringLiteral(", ")));
    return spoken.join(QStringLiteral("; "));
}

/// Drawn on a plane that lies as this one does, and with both ends in the slice, or the slab, that is seen: half a slice from them
/// another slice begins, where there may be nothing of what was measured.
bool PlaneView::isOnPlane(const VolumeLength &length) const
{
    constexpr double kParallel = 0.99999;
    const auto normal = m_stage->planes().normal(m_kind);
    const double away = std::max(m_stage->stepMm(m_kind), m_stage->slab().thicknessMm) / 2;
    const auto isNear = [&](const Vector3 &place) {
        return std::abs(dot(place - m_stage->planes().centre(), normal)) <= away;
    };
    return std::abs(dot(length.plane.normal(), normal)) > kParallel && isNear(length.from)
        && isNear(length.to);
}

std::vector<DrawnLength> PlaneView::lengths(const PlaneLens &lens) const
{
    std::vector<DrawnLength> drawn;
    if (!m_stage->volume())
        return drawn;
    const auto &facts = m_stage->volume()->facts();
    const auto add = [&](const VolumeLength &length) {
        drawn.push_back({lens.toView(length.from), lens.toView(length.to), lengthLines(length, facts)});
    };
    for (const auto &length : m_stage->lengths()) {
        if (isOnPlane(length))
            add(length);
    }
    if (m_lengthFrom) {
        const auto end = underMouse() ? lens.toPatient(m_pointer) : m_stage->planes().centre();
        add({*m_lengthFrom, end, m_stage->planes().orientation(m_kind), m_stage->slab().thicknessMm});
    }
    return drawn;
}

PlaneScene PlaneView::scene() const
{
    const auto lens = this->lens();
    PlaneScene scene{.view = rect(),
                     .cross = lens.toView(m_stage->planes().centre()),
                     .lengths = lengths(lens),
                     .mmPerPixel = lens.mmPerPixel(),
                     .corners = corners(),
                     .font = typeFont(width() < 360 ? ui::Type::Small : ui::Type::Base),
                     .colour = colourOf(m_kind)};
    for (const auto other : kPlanes) {
        if (other != m_kind) {
            const bool isHeld =
                (m_grip.drag == Drag::Move || m_grip.drag == Drag::Turn) && m_grip.other == other;
            scene.cuts.push_back(
                {lens.directionOf(m_stage->planes().cut(m_kind, other)), colourOf(other), isHeld});
        }
    }
    return scene;
}

void PlaneView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (!m_stage->volume())
        return;
    if (m_frame) {
        // What came last belongs here until the next one comes: a drag is seen at once.
        const auto image = m_picture.image().size();
        m_picture.paint(painter, QRectF(0, 0, image.width() * m_framePixels, image.height() * m_framePixels));
    }
    paintFusion(painter);
    paintPlaneScene(painter, scene());
    paintFusionScale(painter);
    if (hasFocus())
        ui::paint::box(painter, rect(), {}, tokens().colours.accent, 0, tokens().rhythm.focusRing);
}

} // namespace simiao::viewer
