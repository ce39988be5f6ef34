import { labelsOf } from './labels';

/** A joint domain as its subgraph declares it: records of several contributors, the way to them, and a mutation. */
export const JOINT_SDL = `
  type Query @owner(party: "JOINT") {
    needs: [Need!] @sensitivity(as: OPERATIONAL)
    needPage: NeedPage @sensitivity(as: OPERATIONAL)
    pledges: [Pledge!] @sensitivity(as: PUBLIC)
  }
  type Mutation @owner(party: "JOINT") { reportNeed(note: String): Need @sensitivity(as: OPERATIONAL) }
  type Need @owner(party: "JOINT") @key(fields: "id") @record(of: PLACE)
    @attribute(name: "contributedBy", type: STRING, as: OPERATIONAL, changes: false)
    @attribute(name: "station", type: STRING, as: OPERATIONAL) {
    id: ID! @sensitivity(as: OPERATIONAL)
    contributedBy: String @sensitivity(as: OPERATIONAL)
    station: String @sensitivity(as: OPERATIONAL)
    seenOn: PartialDate @sensitivity(as: OPERATIONAL)
    month: String @sensitivity(as: STATISTICAL) @counts(dimension: "MONTH")
    people: Count @sensitivity(as: STATISTICAL)
    synthetic: Boolean @sensitivity(as: PUBLIC)
    contact: NeedContact @sensitivity(as: PERSONAL) @about(subjects: [NAME])
  }
  type NeedContact @structural { office: String telephone: String }
  type Pledge @owner(party: "JOINT")
    @attribute(name: "contributedBy", path: "owner.party", type: STRING, as: PUBLIC, changes: false) {
    title: String @sensitivity(as: PUBLIC)
    progress: String @sensitivity(as: OPERATIONAL)
  }
  type Count @structural { value: Int }
  type NeedPage @structural { edges: [NeedEdge!]! }
  type NeedEdge @structural { node: Need! }
`;

/** The labels of that domain. */
export const JOINT_LABELS = labelsOf(JOINT_SDL);
